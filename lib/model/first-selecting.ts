import { type Selection } from './selection';

/**
 * Of each thing that is selected the first that selects it. Lists that many selections share are gone through once, and after that
 * only what all before have left out.
 *
 * @example
 * const budgetOf = firstSelecting(budgets.map((budget) => [budget, budgetPods(budget, context)]));
 */
export function firstSelecting<T extends object, S>(
  selections: Iterable<readonly [selecting: S, selected: Selection<T>]>,
): ReadonlyMap<T, S> {
  const found = new Map<T, S>();
  const leftOut = new Map<readonly T[], ReadonlySet<T>>();
  for (const [selecting, { parts }] of selections) {
    for (const { from, without } of parts) {
      const pending = leftOut.get(from) ?? from;
      const left = new Set<T>();
      for (const item of pending) {
        if (without.has(item)) left.add(item);
        else if (!found.has(item)) found.set(item, selecting);
      }
      leftOut.set(from, left);
    }
  }
  return found;
}
