import { type CallSite } from './call-site';

/** Equal sites as one object: 40,000 constructs that ten lines make keep ten sites. */
export class SiteTable {
  readonly #scripts = new Map<string, Map<number, CallSite>>();

  /** The one object for this site. */
  share(site: CallSite): CallSite {
    let ofScript = this.#scripts.get(site.script);
    if (ofScript === undefined) this.#scripts.set(site.script, (ofScript = new Map<number, CallSite>()));
    // Both fit: a line of 2^20 code units and more shares keys with others only when a script has 2^33 lines.
    const key = site.line * 2 ** 20 + site.column;
    const same = ofScript.get(key);
    if (same !== undefined) return same;
    ofScript.set(key, site);
    return site;
  }
}
