import { type IConstruct } from 'constructs';

import { type CallSite, type Callee, callersOf, userSite } from './call-site';
import { SiteTable } from './site-table';

/** Past this many frames a construct has no line of the user's worth the search. */
const DEEPEST = 1000;

/** How instances of one class are found on the stack; learnt from the first of them. */
export interface ClassProfile {
  /** The outermost constructor of the class that shows on the stack. */
  readonly callee: Callee;
  /** Frames between that constructor and the user's code, that one included. */
  limit: number;
}

/** Finds the site in the user's code that makes a construct, while the constructor runs. */
export class SiteFinder {
  readonly #profiles = new Map<unknown, ClassProfile>();
  readonly #sites = new SiteTable();
  /** Calls of `super(...)` in classes of the user's. */
  readonly #supers = new Set<CallSite>();

  /** How a construct is found, which is being made. */
  profileOf(construct: IConstruct): ClassProfile {
    let profile = this.#profiles.get(construct.constructor);
    if (profile === undefined) {
      profile = profileOf(construct.constructor as Callee);
      this.#profiles.set(construct.constructor, profile);
      this.#learnSupers(profile.callee);
    }
    return profile;
  }

  /** The shared object of the site that the callers of a constructor lead to; `undefined` when all are a library's. */
  siteIn(callers: readonly NodeJS.CallSite[]): CallSite | undefined {
    for (const caller of callers) {
      const site = userSite(caller);
      if (site === undefined) continue;
      const shared = this.#sites.share(site);
      if (!this.#supers.has(shared)) return shared;
    }
    return undefined;
  }

  /**
   * The site of the construct that is being made, in more of the stack than the `seen` frames that hold none.
   * `undefined` when no line of the user's leads to the constructor.
   */
  siteBeyond(seen: number, profile: ClassProfile): CallSite | undefined {
    while (seen >= profile.limit && profile.limit < DEEPEST) {
      profile.limit = Math.min(profile.limit < 8 ? profile.limit + 1 : profile.limit * 2, DEEPEST);
      const callers = callersOf(profile.callee, profile.limit);
      const site = this.siteIn(callers);
      if (site !== undefined) return site;
      seen = callers.length;
    }
    return undefined;
  }

  /**
   * What a library's constructor makes for a subclass of the user's, it makes while the subclass is in
   * its `super(...)`: that line is the user's, but the `new` of the subclass is what is looked for.
   * Between the innermost constructor of an instance and the outermost lie only such calls.
   */
  #learnSupers(outermost: Callee): void {
    const all = callersOf(innermostClass(outermost), DEEPEST);
    const outside = callersOf(outermost, DEEPEST);
    for (const frame of all.slice(0, all.length - outside.length)) {
      const site = userSite(frame);
      if (site !== undefined) this.#supers.add(this.#sites.share(site));
    }
  }
}

/** A constructor that nobody wrote has no frame (V8 leaves it out): its parent's is then the outermost. */
function profileOf(constructor: Callee): ClassProfile {
  let callee = constructor;
  for (let next: Callee | undefined = callee; next !== undefined; next = parentClass(next)) {
    callee = next;
    if (callersOf(callee, 1).length > 0) break;
  }
  return { callee, limit: 1 };
}

function innermostClass(callee: Callee): Callee {
  const parent = parentClass(callee);
  return parent === undefined ? callee : innermostClass(parent);
}

function parentClass(callee: Callee): Callee | undefined {
  const parent: unknown = Object.getPrototypeOf(callee);
  return typeof parent === 'function' && parent !== Function.prototype ? (parent as Callee) : undefined;
}
