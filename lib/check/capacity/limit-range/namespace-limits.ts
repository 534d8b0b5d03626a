import { groupBy } from '../../../model/group-by';
import { type ObjectEntry } from '../../../model/object-entry';
import { oncePer } from '../../../model/once-per';
import { type CheckContext } from '../../rule-context';
import { type ResourceList } from '../resource-list';
import { type Bound, tightest } from '../tightest';
import { type LimitRangeItem, limitRangeItems } from './limit-range-items';

/** A LimitRange of the set. */
export interface LimitRangeEntry {
  readonly entry: ObjectEntry;
  readonly items: readonly LimitRangeItem[];
}

/** Of very many LimitRanges of a namespace those with the tightest bounds, in their order. */
export const limitingRanges = oncePer((limitRanges: readonly LimitRangeEntry[]) =>
  tightest(limitRanges, ({ items }) =>
    items.flatMap(({ type, min, max, maxLimitRequestRatio }) => [
      ...boundsIn(min, `${type} min`, false),
      ...boundsIn(max, `${type} max`, true),
      ...boundsIn(maxLimitRequestRatio, `${type} ratio`, true),
    ]),
  ),
);

function boundsIn(list: ResourceList, what: string, isMaximum: boolean): readonly Bound[] {
  return [...list].map(([resource, amount]) => ({ name: `${what} ${resource}`, amount, isMaximum }));
}

/** The LimitRanges of each namespace, by name: the server has no order of them. */
export function namespaceLimits({ set }: CheckContext): ReadonlyMap<string, readonly LimitRangeEntry[]> {
  const limitRanges = set
    .ofKind('', 'LimitRange')
    // Of several that are one to the server, the first counts here as it does elsewhere.
    .filter((entry) => set.find('', 'LimitRange', entry.namespace, entry.name) === entry)
    .map((entry) => ({ entry, items: limitRangeItems(entry.object) }));
  const sorted = limitRanges.sort((a, b) =>
    a.entry.name < b.entry.name ? -1 : a.entry.name > b.entry.name ? 1 : 0,
  );
  return groupBy(sorted, ({ entry }) => entry.namespace);
}
