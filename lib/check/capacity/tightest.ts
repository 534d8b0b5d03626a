import { type Quantity } from '../../model/quantity';

/** Of so many each is looked at; nobody has more who means it. */
const FEW = 16;
/** Otherwise so many for each bound. */
const MOST = 4;

/** A bound that something sets. */
export interface Bound {
  /** Those of one name can be compared. */
  readonly name: string;
  readonly amount: Quantity;
  /** Whether the least is the tightest, as of a maximum, or the greatest. */
  readonly isMaximum: boolean;
}

/**
 * What bounds the objects of a namespace, all of it where that is little. Of very many only those are given that set the
 * tightest bounds, four of each: what keeps within these keeps within the others, and what does not is told of often
 * enough. The order stays.
 */
export function tightest<T>(all: readonly T[], boundsOf: (each: T) => readonly Bound[]): readonly T[] {
  if (all.length <= FEW) return all;
  const byName = new Map<string, { readonly each: T; readonly bound: Bound }[]>();
  for (const each of all) {
    for (const bound of boundsOf(each)) {
      const own = byName.get(bound.name);
      if (own === undefined) byName.set(bound.name, [{ each, bound }]);
      else own.push({ each, bound });
    }
  }
  const kept = new Set<T>();
  for (const own of byName.values()) {
    own.sort((a, b) => a.bound.amount.compare(b.bound.amount) * (a.bound.isMaximum ? 1 : -1));
    for (const { each } of own.slice(0, MOST)) kept.add(each);
  }
  return all.filter((each) => kept.has(each));
}
