import { visibleText } from '../visible-text';
import { cellsOf, displayWidth } from './display-width';

/**
 * Breaks text into lines of at most `width` columns: at its newlines, then at blanks, and inside a word
 * only when the word alone is too long. What stands between backticks is one word: it is a name or a
 * value that someone may copy. Blanks at the start of a line are kept.
 *
 * @param width Columns, at least 2; no limit when left out.
 */
export function wrapText(text: string, width: number | undefined): readonly string[] {
  const lines = visibleText(text.replaceAll('\r\n', '\n')).split('\n');
  return width === undefined ? lines : lines.flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): readonly string[] {
  if (displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const [, blanks = '', word = ''] of line.matchAll(/( *)((?:`[^`]*`|[^ ])*)/g)) {
    if (displayWidth(current) + blanks.length + displayWidth(word) <= width) {
      current += blanks + word;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = chop(word, width);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  if (current !== '') lines.push(current);
  return lines;
}

/** A word in pieces of at most `width` columns. */
function chop(word: string, width: number): readonly string[] {
  const pieces = [''];
  let used = 0;
  for (const cell of cellsOf(word)) {
    if (used + cell.width > width) {
      pieces.push('');
      used = 0;
    }
    pieces.push((pieces.pop() ?? '') + cell.text);
    used += cell.width;
  }
  return pieces;
}
