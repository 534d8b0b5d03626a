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
  const copied = new Set(
    set.duplicates().flatMap(([first]) => (first === undefined ? [] : refKey(objectRef(first)))),
  );
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

function refKey(ref: NonNullable<Diagnostic['object']>): string {
  return JSON.stringify([ref.kind, ref.namespace ?? '', ref.name]);
}

/** All but places. */
function factsOf({ spans: [first], ...facts }: Diagnostic): string {
  return JSON.stringify([facts, first?.label]);
}

function together(first: Diagnostic, same: readonly Diagnostic[]): Diagnostic {
  const known = new Set(first.spans.map(placeName));
  const places = same
    .flatMap(({ spans: [span] }) => span ?? [])
    .filter((span) => {
      const isNew = !known.has(placeName(span));
      known.add(placeName(span));
      return isNew;
    });
  const more = places.length - MOST;
  return {
    ...first,
    spans: [
      ...first.spans,
      ...places.slice(0, MOST).map((span) => ({ ...span, label: 'the same in another copy of it' })),
    ],
    notes: [
      ...first.notes,
      ...(more > 0 ? [`it is the same in ${more} more ${more === 1 ? 'copy' : 'copies'} of it`] : []),
    ],
  };
}

function placeName(span: DiagnosticSpan): string {
  return isFileSpan(span) ? `${span.file}:${span.line}:${span.column}` : span.construct;
}
