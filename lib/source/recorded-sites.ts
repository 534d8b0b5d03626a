import { type IConstruct, type Node } from 'constructs';

import { type CallSite } from './call-site';

/** The constructor of tree nodes, of whichever copy of `constructs` the app is built on. */
export type NodeClass = typeof Node;

/** Where each construct was made. Weak, so that a tree is not kept alive by it. */
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
  const nodeClass = construct.node.constructor as Tabled;
  return nodeClass[TABLE]?.get(construct);
}
