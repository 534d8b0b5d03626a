import { visibleLine } from '../visible-text';
import { type Cell, cellsOf } from './display-width';

/** A line of source, ready to be shown, with what is to be underlined in it. */
export interface ShownLine {
  readonly text: string;
  /** Columns before the underlined part. */
  readonly indent: number;
  /** Columns of the underlined part; at least 1. */
  readonly length: number;
}

const TAB = 4;
/** How many times the room is looked at on either side of a place. */
const WINDOW = 4;
/** A name, a number, or text in quotes. */
const WORD = /^(?:[\p{L}\p{N}_$-]+(?:\.\d+)?|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/u;
const CUT = '\u2026';

/**
 * Shows a line within `room` columns: tabs as blanks, control characters as pictures, and of a line that
 * is too long the part around the place, with an ellipsis where it was cut.
 *
 * @param column Of the place, from 1, in UTF-16 code units.
 * @param room Columns, at least 8.
 */
export function showLine(line: string, column: number, room: number): ShownLine {
  const units = Math.min(Math.max(column, 1) - 1, line.length);
  // Of a line of megabytes only what can be shown is looked at: both ends of the window are cut off again.
  const reach = WINDOW * room;
  if (line.length > 2 * reach) {
    const start = Math.max(units - reach, 0);
    return showLine(line.slice(start, units + reach), units - start + 1, room);
  }
  const word = WORD.exec(line.slice(units))?.[0] ?? '';
  const before = spread(line.slice(0, units), 0);
  const indent = widthOf(before);
  const marked = spread(line.slice(units, units + word.length), indent);
  const after = spread(line.slice(units + word.length), indent + widthOf(marked));
  const cells = [...before, ...marked, ...after];
  const length = Math.max(widthOf(marked), 1);
  const width = widthOf(cells);
  if (Math.max(width, indent + length) <= room) {
    return { text: textOf(cells).trimEnd(), indent, length };
  }
  return cut(cells, { indent, length }, width, room);
}

function cut(
  cells: readonly Cell[],
  place: { readonly indent: number; readonly length: number },
  width: number,
  room: number,
): ShownLine {
  const fitsFromStart = place.indent + place.length < room;
  const latestStart = Math.max(width - room, place.indent + 1 - room, 0);
  const start = fitsFromStart ? 0 : Math.min(Math.max(place.indent - Math.floor(room / 3), 0), latestStart);
  const left = start > 0 ? 1 : 0;
  const right = width > start + room ? 1 : 0;
  const kept: Cell[] = [];
  let from = 0;
  for (const cell of cells) {
    const to = from + cell.width;
    // A wide character that only half fits at the left leaves a blank, so that columns stay.
    if (from < start + left && to > start + left) kept.push(blank);
    else if (from >= start + left && to <= start + room - right) kept.push(cell);
    from = to;
  }
  const text = (left === 1 ? CUT : '') + textOf(kept) + (right === 1 ? CUT : '');
  const indent = place.indent - start;
  return { text: text.trimEnd(), indent, length: Math.min(place.length, room - indent) };
}

const blank: Cell = { text: ' ', width: 1, units: 1 };

/** Cells of a part of a line that begins at column `from` (from 0), with tabs spread to the next stop. */
function spread(part: string, from: number): readonly Cell[] {
  const cells: Cell[] = [];
  let column = from;
  for (const [index, piece] of part.split('\t').entries()) {
    if (index > 0) {
      const blanks = TAB - (column % TAB);
      for (let i = 0; i < blanks; i++) cells.push(blank);
      column += blanks;
    }
    const inPiece = cellsOf(visibleLine(piece));
    cells.push(...inPiece);
    column += widthOf(inPiece);
  }
  return cells;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}
