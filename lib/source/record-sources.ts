import { type IConstruct, Node } from 'constructs';

import { closeProbe, framesOf, openProbe } from './call-site';
import { forgetSite, isDefaultId, type NodeClass, recordedSiteOf, recordSite } from './recorded-sites';
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
  const finder = new SiteFinder();
  /** Classes whose constructor makes the default child: it has no site of its own. */
  const makeTheirDefault = new Set<unknown>();

  function addChild(this: ParentNode, child: IConstruct, id: string): void {
    original.call(this, child, id);
    const parent = this.host;
    const parentSite = isDefaultId(id) && parent !== undefined ? recordedSiteOf(parent) : undefined;
    if (parentSite !== undefined && makeTheirDefault.has(parent?.constructor)) {
      forgetSite(this, id);
      return;
    }
    const profile = finder.profileOf(child);
    // `callersOf` in its parts: of the frames that V8 walks over for each construct, none is ours but this one.
    const probe = openProbe(profile.limit);
    let callers: readonly NodeJS.CallSite[];
    try {
      Error.captureStackTrace(probe, profile.callee);
      callers = framesOf(probe);
    } finally {
      closeProbe();
    }
    const site = finder.siteIn(callers) ?? finder.siteBeyond(callers.length, profile);
    if (site !== undefined && site !== parentSite) {
      recordSite(this, id, site);
      return;
    }
    if (site !== undefined) makeTheirDefault.add(parent?.constructor);
    forgetSite(this, id);
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
