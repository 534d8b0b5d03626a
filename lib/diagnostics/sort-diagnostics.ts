import { type Diagnostic, type DiagnosticSpan, isFileSpan } from './diagnostic';

/**
 * Diagnostics by file, line and code, then by everything else that tells them apart: the same findings
 * give the same order, whatever order they were found in. Those without a file come last, by construct.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics
    .map((diagnostic) => ({ diagnostic, key: sortKey(diagnostic) }))
    .sort((a, b) => compareKeys(a.key, b.key) || compareTexts(a, b))
    .map(({ diagnostic }) => diagnostic);
}

type Key = readonly (string | number)[];

interface Keyed {
  readonly diagnostic: Diagnostic;
  readonly key: Key;
  /** Made when all else is equal, which is rare. */
  texts?: string;
}

function compareTexts(a: Keyed, b: Keyed): number {
  const [left, right] = [textsOf(a), textsOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function textsOf(keyed: Keyed): string {
  const { spans, notes, help, caveats = [] } = keyed.diagnostic;
  return (keyed.texts ??= JSON.stringify([spans.map(spanFacts), notes, help, caveats]));
}

function sortKey(diagnostic: Diagnostic): Key {
  const { code, title, object, spans } = diagnostic;
  const [file, line, column] = place(spans[0]);
  return [
    file === undefined ? 1 : 0,
    file ?? '',
    line,
    code,
    column,
    constructOf(spans[0]),
    title,
    object?.namespace ?? '',
    object?.kind ?? '',
    object?.name ?? '',
    diagnostic.path ?? '',
    diagnostic.severity,
  ];
}

function place(span: DiagnosticSpan | undefined): readonly [string | undefined, number, number] {
  return span !== undefined && isFileSpan(span) ? [span.file, span.line, span.column] : [undefined, 0, 0];
}

function constructOf(span: DiagnosticSpan | undefined): string {
  return span === undefined || isFileSpan(span) ? '' : span.construct;
}

function spanFacts(span: DiagnosticSpan): readonly (string | number)[] {
  return isFileSpan(span) ? [span.file, span.line, span.column, span.label] : [span.construct, span.label];
}

/** Numbers by value, strings by code unit. Two keys hold the same types at the same places. */
function compareKeys(a: Key, b: Key): number {
  for (let index = 0; index < a.length; index++) {
    const [left, right] = [a[index] ?? '', b[index] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
