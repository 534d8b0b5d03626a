import { type IConstruct, type Node } from 'constructs';

import { type CallSite } from './call-site';

/** The constructor of tree nodes, of whichever copy of `constructs` the app is built on. */
export type NodeClass = typeof Node;

/**
 * Where each construct was made, but for default children that were made where their parent was: four in nine
 * constructs. Weak, so that a tree is not kept alive by it.
 */
export type RecordedSites = WeakMap<IConstruct, CallSite>;

/**
 * The table lies on the node class under a registered symbol, so that a command-line tool and a project
 * that each brought their own copy of this package, or of `constructs`, still read the same table.
 */
const TABLE = Symbol.for('kubewright.source.sites');

interface Tabled {
  [TABLE]?: RecordedSites | undefined;
}

/** The table of one node class, made when it is missing. */
export function recordedSites(nodeClass: NodeClass): RecordedSites {
  const tabled: Tabled = nodeClass as object;
  return (tabled[TABLE] ??= new WeakMap());
}

/** The recorded site of a construct, whichever copy of `constructs` made it. */
export function recordedSiteOf(construct: IConstruct): CallSite | undefined {
  const sites = (construct.node.constructor as Tabled)[TABLE];
  return sites && siteOf(construct, sites);
}

/** The site of a construct in a table, or that of the construct whose default child it is. */
export function siteOf(construct: IConstruct, sites: RecordedSites): CallSite | undefined {
  const site = sites.get(construct);
  if (site !== undefined) return site;
  const { id, scope } = construct.node;
  return scope !== undefined && isDefaultId(id) ? siteOf(scope, sites) : undefined;
}

/** The ids by which a construct marks the one child that it is made of (constructs, `Node.defaultChild`). */
export function isDefaultId(id: string): boolean {
  return id === 'Resource' || id === 'Default';
}
