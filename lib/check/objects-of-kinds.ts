import { type ObjectEntry } from '../model/object-entry';
import { type ObjectSet } from '../model/object-set';

/** The objects of the kinds that a rule names (`Service`, `apps/Deployment`, `*`), kind by kind. */
export function objectsOfKinds(set: ObjectSet, kinds: readonly string[]): readonly ObjectEntry[] {
  const [only] = kinds;
  if (kinds.includes('*')) return set.entries;
  if (only !== undefined && kinds.length === 1) return ofKind(set, only);
  return kinds.flatMap((kind) => ofKind(set, kind));
}

/** Whether there are any. */
export function hasObjectOfKinds(set: ObjectSet, kinds: readonly string[]): boolean {
  return kinds.some((kind) => (kind === '*' ? set.size : ofKind(set, kind).length) > 0);
}

function ofKind(set: ObjectSet, kind: string): readonly ObjectEntry[] {
  const slash = kind.indexOf('/');
  return slash < 0 ? set.ofKind('', kind) : set.ofKind(kind.slice(0, slash), kind.slice(slash + 1));
}
