import { type FileSpan } from '../diagnostic';
import { type Paint, type Role } from './paint';
import { showLine } from './source-line';
import { wrapText } from './wrap';

/** How a frame is laid out. */
export interface FrameLayout {
  /** Columns of the line numbers. */
  readonly gutter: number;
  /** Columns of the whole; no limit when undefined. */
  readonly width: number | undefined;
  readonly paint: Paint;
}

/** Longer lines are nothing to read, wherever they are shown. */
const LONGEST_LINE = 200;
/** A label of less room than this goes below the carets. */
const LEAST_LABEL = 24;

/**
 * The source line of a span with carets under the place, and the label beside or, when there is no room,
 * below them:
 *
 *     42 |     new Service(this, 'cart', {
 *        |     ^^^ selector is `app=cart`
 */
export function codeFrame(
  span: FileSpan,
  line: string,
  role: Role,
  { gutter, width, paint }: FrameLayout,
): readonly string[] {
  const room = width === undefined ? undefined : Math.max(width - gutter - 3, 8);
  const shown = showLine(line, span.column, Math.min(room ?? LONGEST_LINE, LONGEST_LINE));
  const number = paint('frame', `${String(span.line).padStart(gutter)} |`);
  const bar = paint('frame', `${' '.repeat(gutter)} |`);
  const carets = '^'.repeat(shown.length);
  const beside = room === undefined ? undefined : room - shown.indent - shown.length - 1;
  const isBeside =
    beside === undefined ||
    beside >= LEAST_LABEL ||
    wrapText(span.label, undefined).join('\n').length <= beside;
  const indent = isBeside ? shown.indent + shown.length + 1 : labelIndent(shown.indent, room);
  const labels =
    span.label === '' ? [] : wrapText(span.label, room === undefined ? undefined : room - indent);
  const [first = '', ...rest] = isBeside ? labels : ['', ...labels];
  return [
    shown.text === '' ? number : `${number} ${shown.text}`,
    `${bar} ${' '.repeat(shown.indent)}${paint(role, first === '' ? carets : `${carets} ${first}`)}`,
    ...rest.map((text) => (text === '' ? bar : `${bar} ${' '.repeat(indent)}${paint(role, text)}`)),
  ];
}

/** Under the carets, but no further right than leaves the label room. */
function labelIndent(indent: number, room: number | undefined): number {
  return room === undefined
    ? indent
    : Math.min(indent, Math.max(room - LEAST_LABEL, 0), Math.floor(room / 2));
}
