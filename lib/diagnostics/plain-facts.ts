import { type Diagnostic, type DiagnosticSpan, isFileSpan } from './diagnostic';
import { visibleLine, visibleText } from './visible-text';

/**
 * All that a diagnostic says beside code and title, a fact a line, for formats that take one text.
 * What a format shows by means of its own is left out by `skipPlace`.
 */
export function plainFacts(diagnostic: Diagnostic, { skipPlace = false } = {}): string {
  const [first, ...others] = diagnostic.spans;
  const lines = [
    ...(first === undefined ? [] : skipPlace && isFileSpan(first) ? [first.label] : [placeAndLabel(first)]),
    ...others.map(placeAndLabel),
    ...diagnostic.notes.map((note) => `note: ${note}`),
    ...diagnostic.help.map((help) => `help: ${help}`),
    ...(diagnostic.caveats ?? []).map((note) => `note: ${note}`),
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => visibleText(line.replaceAll('\r\n', '\n')))
    .join('\n');
}

/** `charts/shop.ts:42:5` or ``construct `shop/cart` ``. */
export function placeOf(span: DiagnosticSpan): string {
  return isFileSpan(span)
    ? `${visibleLine(span.file)}:${span.line}:${span.column}`
    : `construct \`${visibleLine(span.construct)}\``;
}

function placeAndLabel(span: DiagnosticSpan): string {
  return span.label === '' ? placeOf(span) : `${placeOf(span)}: ${span.label}`;
}

/** `Service shop/cart`, as an object is named in a list. */
export function objectLabel({ object }: Diagnostic): string | undefined {
  if (object === undefined) return undefined;
  return `${object.kind} ${object.namespace === undefined ? '' : `${object.namespace}/`}${object.name}`;
}
