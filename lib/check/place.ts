import { type DiagnosticSpan } from '../diagnostics/diagnostic';
import { type ObjectEntry } from '../model/object-entry';

/**
 * Where a field of an object stands: its line in the file that the object was read from, or the line of code
 * that made the object, or the path of the construct. A field that is not there stands where the nearest one
 * around it does. Undefined when nothing is known.
 */
export function placeOf(
  entry: ObjectEntry,
  pointer: string,
  label: string,
  part?: 'value',
): DiagnosticSpan | undefined {
  const span = located(entry, pointer, part) ?? entry.span;
  if (span !== undefined) return { file: span.file, line: span.line, column: span.column, label };
  return entry.path === undefined ? undefined : { construct: entry.path, label };
}

function located(
  { locate }: ObjectEntry,
  pointer: string,
  part?: 'value',
): ReturnType<NonNullable<ObjectEntry['locate']>> {
  if (locate === undefined) return undefined;
  for (let at = pointer; ; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
    const span = locate(at, at === pointer ? part : undefined);
    if (span !== undefined || at === '') return span;
  }
}
