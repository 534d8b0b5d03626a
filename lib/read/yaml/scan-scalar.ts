import {
  afterBreak,
  breakText,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  isDocumentMarker,
} from './chars';
import { YamlSyntaxError } from './syntax-error';

/** A scalar that was read. */
export interface ScannedScalar {
  readonly value: string;
  /** The offset after its last character. */
  readonly end: number;
  /** Where reading goes on: after the blanks and breaks that had to be read to find the end. */
  readonly next: number;
  /** The beginning of the line that `next` stands in. */
  readonly lineStart: number;
  /** Whether breaks were read, so that a key may follow. */
  readonly crossedLine: boolean;
}

/** Joins the lines of a flow scalar: a single break is a space, each further one a line feed. */
class Folder {
  #first: string | undefined;
  #more = '';

  /** The beginning of the line after the break at `offset`. */
  take(text: string, offset: number): number {
    if (this.#first === undefined) this.#first = breakText(text, offset);
    else this.#more += breakText(text, offset);
    return afterBreak(text, offset);
  }

  /** As `take`, for a break that is escaped and so stands for nothing. */
  drop(text: string, offset: number): number {
    this.#first = '';
    return afterBreak(text, offset);
  }

  get isEmpty(): boolean {
    return this.#first === undefined;
  }

  /** What stands for the breaks; begins again. */
  join(): string {
    const joined = this.#first === '\n' ? this.#more || ' ' : (this.#first ?? '') + this.#more;
    this.#first = undefined;
    this.#more = '';
    return joined;
  }
}

const endsPlainInFlow = (code: number): boolean =>
  code === 0x2c || code === 0x3f || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;

/** Reads text without quotes (go.yaml.in/yaml/v2 scannerc.go, yaml_parser_scan_plain_scalar). */
export function scanPlain(
  text: string,
  start: number,
  atLineStart: number,
  indent: number,
  inFlow: boolean,
): ScannedScalar {
  let value = '';
  let wordStart = start;
  let pos = start;
  let end = start;
  let lineStart = atLineStart;
  const folder = new Folder();
  for (;;) {
    if (pos === lineStart && isDocumentMarker(text, pos)) break;
    let code = text.charCodeAt(pos);
    if (code === 0x23) break;
    const from = pos;
    while (!isBlankOrEnd(code)) {
      if (code === 0x3a ? isBlankOrEnd(text.charCodeAt(pos + 1)) : inFlow && endsPlainInFlow(code)) break;
      code = text.charCodeAt(++pos);
    }
    if (pos > from) {
      if (!folder.isEmpty) {
        value += text.slice(wordStart, end) + folder.join();
        wordStart = from;
      }
      end = pos;
    }
    if (!isBlankOrEnd(code) || code === 0) break;
    while (code !== 0 && isBlankOrEnd(code)) {
      if (isBreak(code)) {
        pos = folder.take(text, pos);
        lineStart = pos;
      } else {
        if (!folder.isEmpty && code === 0x09 && pos - lineStart < indent) {
          throw new YamlSyntaxError('a tab stands where only spaces may indent', 'indent with spaces', pos);
        }
        pos++;
      }
      code = text.charCodeAt(pos);
    }
    if (!inFlow && pos - lineStart < indent) break;
  }
  const tail = text.slice(wordStart, end);
  return {
    value: value === '' ? tail : value + tail,
    end,
    next: pos,
    lineStart,
    crossedLine: !folder.isEmpty,
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads text in quotes (go.yaml.in/yaml/v2 scannerc.go, yaml_parser_scan_flow_scalar). */
export function scanQuoted(text: string, start: number, atLineStart: number): ScannedScalar {
  const quote = text.charCodeAt(start);
  const single = quote === 0x27;
  let value = '';
  let pos = start + 1;
  // What stands between `from` and `pos` is still to be added.
  let from = pos;
  let lineStart = atLineStart;
  const folder = new Folder();
  for (;;) {
    if (pos === lineStart && isDocumentMarker(text, pos)) throw unclosed(start, single);
    let code = text.charCodeAt(pos);
    while (!isBlankOrEnd(code)) {
      if (code === quote) {
        if (!single || text.charCodeAt(pos + 1) !== quote) {
          const tail = text.slice(from, pos);
          const whole = value === '' ? tail : value + tail;
          return { value: whole, end: pos + 1, next: pos + 1, lineStart, crossedLine: false };
        }
        value += text.slice(from, pos + 1);
        pos += 2;
        from = pos;
      } else if (!single && code === 0x5c) {
        value += text.slice(from, pos);
        if (isBreak(text.charCodeAt(pos + 1))) {
          pos = folder.drop(text, pos + 1);
          lineStart = pos;
          code = text.charCodeAt(pos);
          break;
        }
        const escape = readEscape(text, pos);
        value += escape.value;
        pos = escape.next;
        from = pos;
      } else {
        pos++;
      }
      code = text.charCodeAt(pos);
    }
    const blanksFrom = pos;
    while (code !== 0 && isBlankOrEnd(code)) {
      if (isBreak(code)) {
        if (folder.isEmpty) value += text.slice(from, blanksFrom);
        pos = folder.take(text, pos);
        lineStart = pos;
      } else {
        pos++;
      }
      code = text.charCodeAt(pos);
    }
    if (!folder.isEmpty) {
      value += folder.join();
      from = pos;
    }
    if (code === 0) throw unclosed(start, single);
  }
}

function unclosed(start: number, single: boolean): YamlSyntaxError {
  const quote = single ? "'" : '"';
  return new YamlSyntaxError(
    `the text in quotes that begins here does not end`,
    `close it with ${quote}${single ? "; within it, a quote is written ''" : ''}`,
    start,
  );
}

function readEscape(text: string, pos: number): { readonly value: string; readonly next: number } {
  const letter = text.charAt(pos + 1);
  const plain = ESCAPES[letter];
  if (plain !== undefined) return { value: plain, next: pos + 2 };
  const length = HEX_LENGTHS[letter];
  if (length === undefined) {
    throw new YamlSyntaxError(
      `\\${letter === '\0' ? '' : letter} is no escape of YAML`,
      'write the backslash twice, or put the text in single quotes',
      pos,
    );
  }
  const digits = text.slice(pos + 2, pos + 2 + length);
  if (digits.length < length || /[^\da-fA-F]/.test(digits)) {
    throw new YamlSyntaxError(
      `\\${letter} is not followed by ${length} hexadecimal digits`,
      'write the backslash twice, or put the text in single quotes',
      pos,
    );
  }
  const point = Number.parseInt(digits, 16);
  if ((point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) {
    throw new YamlSyntaxError(
      `\\${letter}${digits} is no character`,
      'write the character itself; halves of surrogate pairs are not allowed in YAML',
      pos,
    );
  }
  return { value: String.fromCodePoint(point), next: pos + 2 + length };
}

/** Reads a literal or folded block (go.yaml.in/yaml/v2 scannerc.go, yaml_parser_scan_block_scalar). */
export function scanBlockText(text: string, start: number, parentIndent: number): ScannedScalar {
  const literal = text.charCodeAt(start) === 0x7c;
  const header = /^(?:([-+])([0-9])?|([0-9])([-+])?)?[ \t]*/.exec(text.slice(start + 1, start + 200));
  const chomp = header?.[1] ?? header?.[4];
  const digit = header?.[2] ?? header?.[3];
  let pos = start + 1 + (header?.[0].length ?? 0);
  while (isBlank(text.charCodeAt(pos))) pos++;
  if (digit === '0') {
    throw new YamlSyntaxError('the depth of a block is 0', 'write a depth of 1 to 9, or none', start);
  }
  if (text.charCodeAt(pos) === 0x23) while (!isBreakOrEnd(text.charCodeAt(pos))) pos++;
  if (!isBreakOrEnd(text.charCodeAt(pos))) {
    throw new YamlSyntaxError(
      `text stands in the same line after ${literal ? '|' : '>'}`,
      'begin the text on the next line, indented',
      pos,
    );
  }
  let lineStart = pos;
  if (text.charCodeAt(pos) !== 0) {
    pos = afterBreak(text, pos);
    lineStart = pos;
  }
  let indent = digit === undefined ? 0 : Math.max(parentIndent, 0) + Number(digit);
  let value = '';
  let leadingBreak = '';
  let trailingBreaks = '';
  let leadingBlank = false;
  let deepest = 0;
  let end = pos;
  for (;;) {
    // The breaks and the indentation before the next line that is not empty.
    for (;;) {
      while ((indent === 0 || pos - lineStart < indent) && text.charCodeAt(pos) === 0x20) pos++;
      deepest = Math.max(deepest, pos - lineStart);
      const code = text.charCodeAt(pos);
      if ((indent === 0 || pos - lineStart < indent) && code === 0x09) {
        throw new YamlSyntaxError('a tab stands where only spaces may indent', 'indent with spaces', pos);
      }
      if (!isBreak(code)) break;
      trailingBreaks += breakText(text, pos);
      pos = afterBreak(text, pos);
      lineStart = pos;
      end = pos;
    }
    if (indent === 0) indent = Math.max(deepest, parentIndent + 1, 1);
    if (pos - lineStart !== indent || text.charCodeAt(pos) === 0) break;
    const startsBlank = isBlank(text.charCodeAt(pos));
    if (!literal && !leadingBlank && !startsBlank && leadingBreak === '\n') {
      if (trailingBreaks === '') value += ' ';
    } else {
      value += leadingBreak;
    }
    value += trailingBreaks;
    trailingBreaks = '';
    leadingBlank = startsBlank;
    const from = pos;
    let code = text.charCodeAt(pos);
    while (!isBreakOrEnd(code)) code = text.charCodeAt(++pos);
    value += text.slice(from, pos);
    leadingBreak = '';
    end = pos;
    if (code !== 0) {
      leadingBreak = breakText(text, pos);
      pos = afterBreak(text, pos);
      lineStart = pos;
    }
  }
  if (chomp !== '-') value += leadingBreak;
  if (chomp === '+') value += trailingBreaks;
  return { value, end, next: pos, lineStart, crossedLine: true };
}
