import { ProgramError } from './program-error';

/**
 * What swc prints, as data. Its message is a drawing: "x <text>", then
 * ",-[file:line:column]" in which only the line can be relied on, numbered lines of
 * the file, and below the one in question a line with carets.
 */
export function syntaxError(error: unknown, source: string, file: string): ProgramError {
  const text = error instanceof Error ? error.message : String(error);
  // eslint-disable-next-line no-control-regex -- colours are escape sequences
  const lines = text.replace(/\u001b\[[0-9;]*m/g, '').split('\n');
  const message = (lines.find((line) => /^\s*[x×]\s/u.test(line)) ?? lines[0] ?? text)
    .replace(/^\s*[x×]\s+/u, '')
    .trim();
  const place = findPlace(lines) ?? { line: 1, column: 1 };
  return new ProgramError({
    kind: 'syntax',
    message,
    file,
    frames: [{ file, ...place, column: widthToColumn(source, place), name: '', own: true }],
    cause: error,
  });
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function findPlace(lines: readonly string[]): Place | undefined {
  const caret = lines.findIndex((line) => /^\s*[:·]\s+[\^─┬▲]/u.test(line));
  const numbered = /^(\s*(\d+) [|│] ?)/u.exec(lines[caret - 1] ?? '');
  if (numbered !== null) {
    const column = (lines[caret] ?? '').search(/[\^─┬▲]/u) - (numbered[1] ?? '').length + 1;
    return { line: Number(numbered[2]), column: Math.max(column, 1) };
  }
  // At the end of a file there is nothing to put a caret under.
  const header = lines.map((line) => /[,╭][-─]\[.*:(\d+):(\d+)\]/u.exec(line)).find(Boolean);
  return header ? { line: Number(header[1]), column: Number(header[2]) } : undefined;
}

/** The drawing counts a tab as four cells and East Asian wide characters as two. */
function widthToColumn(source: string, place: Place): number {
  const line = source.replace(/^\uFEFF/, '').split('\n')[place.line - 1] ?? '';
  let width = 0;
  let column = 0;
  for (const char of line) {
    if (width >= place.column - 1) break;
    width += char === '\t' ? 4 : WIDE.test(char) ? 2 : 1;
    column += char.length;
  }
  return column + 1;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]|\p{Emoji_Presentation}/u;
