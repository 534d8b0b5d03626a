import { type IConstruct, type Node } from 'constructs';

import { type CallSite } from './call-site';

/** The constructor of tree nodes, of whichever copy of `constructs` the app is built on. */
export type NodeClass = typeof Node;

/**
 * The sites of its children lie on each node under a registered symbol, so that a command-line tool and a project that
 * each brought their own copy of this package, or of `constructs`, still read the same. Nothing is kept alive by it, and
 * no table of weak references grows with the tree, which each garbage collection would go through.
 */
const SITES = Symbol.for('kubewright.source.sites');

/** What is kept of a node's children: by id, since they have no node of their own yet when it is found out. */
interface WithSites {
  [SITES]?: Map<string, CallSite> | undefined;
}

/** Notes where a child of a node was made. */
export function recordSite(parent: object, id: string, site: CallSite): void {
  const node = parent as WithSites;
  (node[SITES] ??= new Map<string, CallSite>()).set(id, site);
}

/** Forgets where a child of a node was made that had this id before: a child can be removed, and another one take its id. */
export function forgetSite(parent: object, id: string): void {
  (parent as WithSites)[SITES]?.delete(id);
}

/** The recorded site of a construct, or of the one whose default child it is. */
export function recordedSiteOf({ node: { id, scope } }: IConstruct): CallSite | undefined {
  if (scope === undefined) return undefined;
  const { [SITES]: sites } = scope.node as object as WithSites;
  return sites?.get(id) ?? (isDefaultId(id) ? recordedSiteOf(scope) : undefined);
}

/** The ids by which a construct marks the one child that it is made of (constructs, `Node.defaultChild`). */
export function isDefaultId(id: string): boolean {
  return id === 'Resource' || id === 'Default';
}
