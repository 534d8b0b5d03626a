import { type Requirement, type Selector } from './selector';
import { commonLabels, requirementsByKey } from './selectors-overlap';
import { valueSet } from './value-set';

/** A text that is the same for selectors that select the same. */
function canonical(requirements: readonly Requirement[]): string {
  const sets = [...requirementsByKey(requirements)]
    .map(([key, conditions]) => ({ key, set: valueSet(conditions) }))
    .filter(({ set }) => !(set.absent && !set.only && set.listed.length === 0))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return JSON.stringify(
    sets.map(({ key, set }) => [key, set.absent, set.only, set.listed, `${set.above}`, `${set.below}`]),
  );
}

/**
 * Whether two selectors select the same objects, however they are written: `app=a` and `app in (a)`
 * do. The server compares selectors that must not change as they are written, which is stricter.
 *
 * With `Gt` and `Lt`, which are in no `LabelSelector`, selectors whose bounds differ count as
 * different.
 */
export function sameSelection(a: Selector, b: Selector): boolean {
  const emptyA = a === 'nothing' || commonLabels(a) === undefined;
  const emptyB = b === 'nothing' || commonLabels(b) === undefined;
  if (emptyA || emptyB) return emptyA === emptyB;
  return canonical(a.requirements) === canonical(b.requirements);
}
