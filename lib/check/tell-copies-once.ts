import { type Diagnostic, type DiagnosticSpan, isFileSpan } from '../diagnostics/diagnostic';
import { groupBy } from '../model/group-by';
import { type ObjectSet } from '../model/object-set';
import { objectRef } from './object-names';

/** Is about the copies themselves: each is held against the one before it. */
const OF_COPIES = 'K331';
/** So many further copies are shown. */
const MOST = 3;

/**
 * What is found of an object that is there several times, and is the same of each copy in all but its place, as one finding: of the
 * first copy, with the others as further places. That the object is there more than once is told by itself. What differs in any
 * fact stays.
 *
 * @param diagnostics Sorted; they stay in order.
 */
export function tellCopiesOnce(diagnostics: readonly Diagnostic[], set: ObjectSet): readonly Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  const copied = copiedRefs(set);
  if (copied.size === 0) return diagnostics;
  const groups = groupBy(diagnostics, (each) => {
    const { code, object } = each;
    const isOfCopy = object !== undefined && code !== OF_COPIES && copied.has(refKey(object));
    return isOfCopy ? factsOf(each) : each;
  });
  return [...groups.values()].flatMap(([first, ...same]) => {
    if (first === undefined) return [];
    return same.length === 0 ? first : together(first, same);
  });
}

/** Objects that are there several times, by what findings call them; not where one of another group is called so too. */
function copiedRefs(set: ObjectSet): ReadonlySet<string> {
  const groups = new Map(
    set
      .duplicates()
      .flatMap(([first]) => (first === undefined ? [] : [[refKey(objectRef(first)), first.group] as const])),
  );
  if (groups.size === 0) return new Set();
  const ambiguous = set.entries
    .map((entry) => ({ key: refKey(objectRef(entry)), group: entry.group }))
    .filter(({ key, group }) => groups.has(key) && groups.get(key) !== group);
  for (const { key } of ambiguous) groups.delete(key);
  return new Set(groups.keys());
}

function refKey(ref: NonNullable<Diagnostic['object']>): string {
  return JSON.stringify([ref.kind, ref.namespace ?? '', ref.name]);
}

/** All but places. */
function factsOf({ spans, ...facts }: Diagnostic): string {
  return JSON.stringify([facts, spans.map(({ label }) => label)]);
}

function together(first: Diagnostic, same: readonly Diagnostic[]): Diagnostic {
  const known = new Set(first.spans.map(placeName));
  const isNew = (span: DiagnosticSpan): boolean => {
    const name = placeName(span);
    if (known.has(name)) return false;
    known.add(name);
    return true;
  };
  const copies = same
    .map(({ spans }) =>
      spans
        .map((span, at) => (at === 0 ? { ...span, label: 'the same in another copy of it' } : span))
        .filter(isNew),
    )
    .filter((spans) => spans.length > 0);
  const more = copies.length - MOST;
  return {
    ...first,
    spans: [...first.spans, ...copies.slice(0, MOST).flat()],
    notes: [
      ...first.notes,
      ...(more > 0 ? [`it is the same in ${more} more ${more === 1 ? 'copy' : 'copies'} of it`] : []),
    ],
  };
}

function placeName(span: DiagnosticSpan): string {
  return isFileSpan(span) ? `${span.file}:${span.line}:${span.column}` : span.construct;
}
