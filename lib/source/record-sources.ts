import { type IConstruct, Node } from 'constructs';

import { type CallSite, type Callee, glanceAtStack } from './call-site';
import { type NodeClass, type RecordedSites, recordedSites } from './recorded-sites';

/** Past this many frames a construct has no line of the user's worth the search. */
const DEEPEST = 200;

/** How instances of one class are found on the stack; learnt from the first of them. */
interface ClassProfile {
  /** The outermost constructor of the class that shows on the stack. */
  callee: Callee;
  /** Frames between that constructor and the user's code, that one included. */
  limit: number;
}

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

/** The ids by which a construct marks the one child that it is made of (constructs, `Node.defaultChild`). */
const isDefaultChild = (id: string): boolean => id === 'Resource' || id === 'Default';

/** A recorder of its own for each recording: it shares equal sites, and learns about each class once. */
function siteRecorder(sites: RecordedSites): (child: IConstruct, id: string, parent?: IConstruct) => void {
  const profiles = new Map<unknown, ClassProfile>();
  /** Classes of a library whose constructor makes the default child: its site is the parent's. */
  const completeByThemselves = new Set<unknown>();
  const shared = new Map<string, Map<number, CallSite>>();

  return (child, id, parent) => {
    const parentSite = isDefaultChild(id) && parent !== undefined ? sites.get(parent) : undefined;
    if (parentSite !== undefined && completeByThemselves.has(parent?.constructor)) {
      sites.set(child, parentSite);
      return;
    }
    const found = search(profileOf(child.constructor as Callee));
    if (found === undefined) return;
    const site = share(found);
    sites.set(child, site);
    if (site === parentSite) completeByThemselves.add(parent?.constructor);
  };

  function profileOf(callee: Callee): ClassProfile {
    let profile = profiles.get(callee);
    if (profile === undefined) profiles.set(callee, (profile = { callee, limit: 1 }));
    return profile;
  }

  /** 40,000 objects that come from ten lines keep ten sites. */
  function share(site: CallSite): CallSite {
    let ofScript = shared.get(site.script);
    if (ofScript === undefined) shared.set(site.script, (ofScript = new Map<number, CallSite>()));
    const key = site.line * 2 ** 20 + site.column;
    const same = ofScript.get(key);
    if (same !== undefined) return same;
    ofScript.set(key, site);
    return site;
  }
}

function search(profile: ClassProfile): CallSite | undefined {
  for (;;) {
    const { site, frames } = glanceAtStack(profile.callee, profile.limit);
    if (site !== undefined) return site;
    if (frames === 0) {
      // A constructor that nobody wrote has no frame (V8 leaves it out): begin at its parent's.
      const parent: unknown = Object.getPrototypeOf(profile.callee);
      if (typeof parent !== 'function' || parent === Function.prototype) return undefined;
      profile.callee = parent as Callee;
    } else if (frames < profile.limit || profile.limit >= DEEPEST) {
      return undefined;
    } else {
      profile.limit = Math.min(profile.limit + 2, DEEPEST);
    }
  }
}
