import { type Allowance } from '../model/allowance';
import { groupBy } from '../model/group-by';

/** Which allowance holds for a finding, and which of them held for none. */
export class AllowanceIndex {
  private readonly byPlace: ReadonlyMap<string, readonly Allowance[]>;
  private readonly used = new Set<Allowance>();

  constructor(private readonly allowances: readonly Allowance[]) {
    this.byPlace = groupBy(allowances, ({ code, path }) => placeKey(code, path));
  }

  /**
   * Whether a finding on an object made at that construct is allowed. The allowance nearest to it is the one
   * that counts as used: one further out silences nothing then.
   */
  allows(code: string, constructPath: string | undefined): boolean {
    if (constructPath === undefined || this.allowances.length === 0) return false;
    for (let path = constructPath; ; path = path.slice(0, Math.max(path.lastIndexOf('/'), 0))) {
      const found = this.byPlace.get(placeKey(code, path))?.[0];
      if (found !== undefined) {
        this.used.add(found);
        return true;
      }
      if (path === '') return false;
    }
  }

  /** Those that have silenced nothing, in their order. */
  unused(): readonly Allowance[] {
    return this.allowances.filter((allowance) => !this.used.has(allowance));
  }
}

/** No code holds a blank. */
function placeKey(code: string, path: string): string {
  return `${code} ${path}`;
}
