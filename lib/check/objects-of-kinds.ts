import { type ObjectEntry } from '../model/object-entry';
import { type ObjectSet } from '../model/object-set';

/** The objects of the kinds that a rule names (`Service`, `apps/Deployment`, `*`), kind by kind. */
export function objectsOfKinds(set: ObjectSet, kinds: readonly string[]): readonly ObjectEntry[] {
  if (kinds.includes('*')) return set.entries;
  return kinds.flatMap((kind) => {
    const slash = kind.indexOf('/');
    return slash < 0 ? set.ofKind('', kind) : set.ofKind(kind.slice(0, slash), kind.slice(slash + 1));
  });
}
