import { type IConstruct, Node } from 'constructs';

import { type NodeClass, type RecordedSites, recordedSites } from './recorded-sites';
import { SiteFinder } from './site-finder';

/**
 * From now on, remembers where each construct is made, so that `sourceOf` can tell. Constructs made
 * before have no source. Costs a few microseconds a construct and keeps nothing alive.
 *
 * Every construct but a root comes to be through `Node.addChild` of its parent, while its constructor is
 * on the stack (constructs, `Node` constructor): the frame that called the constructor is the `new`. A
 * copy of `constructs` that has no such method is left alone, and sources are then not known.
 *
 * Call it again before the user's code is loaded anew in the same process: positions are then not
 * mixed with those of the code that was loaded before.
 *
 * @param nodeClass The `Node` of the copy of `constructs` that the app uses, when it is not ours.
 * @returns A function that stops recording; what was recorded stays.
 *
 * @example
 * ```ts
 * const stop = recordSources();
 * ```
 */
export function recordSources(nodeClass: NodeClass = Node): () => void {
  const prototype = nodeClass.prototype as unknown as { addChild?: AddChild };
  const current = prototype.addChild;
  if (current === undefined) return () => undefined;
  const original = originals.get(current) ?? current;
  const record = siteRecorder(recordedSites(nodeClass));

  function addChild(this: ParentNode, child: IConstruct, id: string): void {
    record(child, id, this.host);
    original.call(this, child, id);
  }
  originals.set(addChild, original);
  prototype.addChild = addChild;
  return () => {
    if (prototype.addChild === addChild) prototype.addChild = original;
  };
}

/** What `Node` keeps to itself: the construct that it belongs to. */
interface ParentNode {
  readonly host?: IConstruct;
}

type AddChild = (this: ParentNode, child: IConstruct, id: string) => void;

/** What each of our hooks stands in for, so that a second hook replaces the first. */
const originals = new WeakMap<AddChild, AddChild>();

function siteRecorder(sites: RecordedSites): (child: IConstruct, id: string, parent?: IConstruct) => void {
  const finder = new SiteFinder();
  /** Classes whose constructor makes the default child: the child's site is the parent's. */
  const makeTheirDefault = new Set<unknown>();

  return (child, id, parent) => {
    const parentSite = isDefaultChild(id) && parent !== undefined ? sites.get(parent) : undefined;
    if (parentSite !== undefined && makeTheirDefault.has(parent?.constructor)) {
      sites.set(child, parentSite);
      return;
    }
    const site = finder.find(child);
    if (site === undefined) return;
    sites.set(child, site);
    if (site === parentSite) makeTheirDefault.add(parent?.constructor);
  };
}

/** The ids by which a construct marks the one child that it is made of (constructs, `Node.defaultChild`). */
function isDefaultChild(id: string): boolean {
  return id === 'Resource' || id === 'Default';
}
