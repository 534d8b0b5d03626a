import { groupBy } from '../../../model/group-by';
import { type ObjectEntry } from '../../../model/object-entry';
import { type CheckContext } from '../../rule-context';
import { type LimitRangeItem, limitRangeItems } from './limit-range-items';

/** A LimitRange of the set. */
export interface LimitRangeEntry {
  readonly entry: ObjectEntry;
  readonly items: readonly LimitRangeItem[];
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
