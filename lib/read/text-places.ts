/** A line and a column, both from 1; columns count UTF-16 units, as editors and V8 do. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Up to here counting is cheaper than an index of lines. */
const NEAR = 512;

/** Tells lines and columns of offsets in a text that itself begins somewhere in a file. */
export class TextPlaces {
  readonly #text: string;
  readonly #first: TextPlace;
  #lineStarts: number[] | undefined;

  constructor(text: string, first: TextPlace = { line: 1, column: 1 }) {
    this.#text = text;
    this.#first = first;
  }

  at(offset: number): TextPlace {
    if (offset <= NEAR && this.#lineStarts === undefined)
      return this.#place(lineStarts(this.#text, offset), offset);
    this.#lineStarts ??= lineStarts(this.#text, this.#text.length);
    return this.#place(this.#lineStarts, offset);
  }

  #place(starts: readonly number[], offset: number): TextPlace {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const column = offset - (starts[low] ?? 0) + (low === 0 ? this.#first.column : 1);
    return { line: this.#first.line + low, column };
  }
}

/** Offsets at which lines begin, up to and with `end`. Lines end in LF, CR LF or CR, as in editors. */
function lineStarts(text: string, end: number): number[] {
  const starts = [0];
  for (let pos = 0; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(pos + 1) !== 0x0a)) starts.push(pos + 1);
  }
  return starts;
}

/** The place of `end`, from that of `start`. */
export function placeAfter(text: string, start: number, end: number, place: TextPlace): TextPlace {
  let { line } = place;
  let lineStart = -1;
  for (let pos = start; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(pos + 1) !== 0x0a)) {
      line++;
      lineStart = pos + 1;
    }
  }
  return { line, column: lineStart === -1 ? place.column + end - start : end - lineStart + 1 };
}
