/** A piece of text that takes its columns as a whole: a character with what combines with it. */
export interface Cell {
  readonly text: string;
  /** Columns on a terminal: 0, 1 or 2. */
  readonly width: number;
  /** Length in UTF-16 code units. */
  readonly units: number;
}

/** Columns that a line takes on a terminal. */
export function displayWidth(line: string): number {
  return PLAIN.test(line) ? line.length : cellsOf(line).reduce((sum, cell) => sum + cell.width, 0);
}

/** The cells of a line that has neither tabs nor control characters. */
export function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let joined = false;
  for (const character of line) {
    const last = cells.at(-1);
    if (last !== undefined && (joined || JOINS_LAST.test(character) || completesFlag(last, character))) {
      const width = character === EMOJI_STYLE || joined ? Math.max(last.width, 2) : last.width;
      const text = last.text + character;
      cells[cells.length - 1] = {
        text,
        width: FLAG_HALF.test(character) ? 2 : width,
        units: text.length,
      };
      joined = character === JOINER && EMOJI.test(last.text);
    } else {
      cells.push({ text: character, width: widthOf(character), units: character.length });
      joined = false;
    }
  }
  return cells;
}

const PLAIN = /^[\x20-\x7e]*$/;
const JOINER = '\u200d';
const EMOJI_STYLE = '\ufe0f';
/** Accents, joiners, variation selectors, skin tones. */
const JOINS_LAST = /^(?:\p{Mn}|\p{Me}|\u200c|\u200d|\p{Emoji_Modifier})$/u;
const FLAG_HALF = /^[\u{1f1e6}-\u{1f1ff}]$/u;
const EMOJI = /\p{Extended_Pictographic}/u;
/** Formats, and Hangul that joins the syllable before it. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7c6\ud7cb-\ud7fb]$/u;

/**
 * East Asian Wide and Fullwidth (Unicode Standard Annex 11) by script and block, and emoji that are
 * shown as such without being asked to.
 */
const WIDE = new RegExp(
  [
    '^(?:\\p{Emoji_Presentation}|\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Bopomofo}',
    '|\\p{Script=Yi}|\\p{Script=Tangut}|[\\u1100-\\u115f\\u2329\\u232a\\u2e80-\\u303e\\u3041-\\u33ff\\ua960-\\ua97c]',
    '|[\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6]',
    '|[\\u{1b000}-\\u{1b2ff}\\u{1f200}-\\u{1f265}\\u{20000}-\\u{3fffd}])$',
  ].join(''),
  'u',
);
/** Of the scripts above, but one column wide. */
const HALFWIDTH = /^[\uff61-\uffdc\u303f]$/;

function widthOf(character: string): number {
  if (PLAIN.test(character)) return 1;
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) && !HALFWIDTH.test(character) && !FLAG_HALF.test(character) ? 2 : 1;
}

function completesFlag(last: Cell, character: string): boolean {
  return FLAG_HALF.test(character) && FLAG_HALF.test(last.text);
}
