import { complement, foldCase, PERL, POSIX, type Range, writePoint, writeRanges } from './char-class';

/** A regular expression of JavaScript. */
export interface TranslatedPattern {
  readonly source: string;
  readonly flags: 'u' | 'iu';
}

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
}

/** An expression that is not written as one of JavaScript. */
export interface UntranslatedPattern {
  /** Why Go does not read it either, as it says; undefined where it may be that only JavaScript has no equal. */
  readonly refused: string | undefined;
}

/** What a part of a class stands for: code points, or a class of Unicode that JavaScript knows by its name. */
type ClassPart = { readonly ranges: readonly Range[] } | { readonly property: string };

/**
 * Writes a regular expression of Go (regexp/syntax, `syntax.Perl`) as one of JavaScript that matches in the same
 * texts. Groups capture nothing and greed is of no matter, since all that is asked is whether a text matches.
 *
 * Not written are those where Go finds a mistake, and letters beyond ASCII of either case in a part of a pattern.
 */
export function translatePattern(pattern: string): TranslatedPattern | UntranslatedPattern {
  try {
    return new Translator(pattern).run();
  } catch (error) {
    if (error instanceof Untranslatable) return { refused: error.refused };
    throw error;
  }
}

/** Thrown with what Go says (ErrorCode in regexp/syntax parse.go), or with nothing where Go may well read it. */
class Untranslatable extends Error {
  constructor(readonly refused: string | undefined) {
    super(refused);
  }
}

const WORD = '[0-9A-Z_a-z]';
const NOT_BOUNDARY = `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`;
const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

/** Letters of `\p` that are general categories; anything else names a script (unicode package, tables.go). */
const CATEGORY = /^(?:C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;

class Translator {
  readonly #chars: readonly string[];
  #at = 0;
  #flags: Flags = { i: false, m: false, s: false };
  /** Whether the flag `i` of JavaScript does it: it holds from the front to the end. */
  readonly #isWholly: boolean;

  constructor(pattern: string) {
    this.#chars = Array.from(pattern);
    const [, flags = ''] = /^\(\?([imsU]+)\)/.exec(pattern) ?? [];
    this.#isWholly = flags.includes('i') && !/\(\?[imsU]*-[msU]*i/.test(pattern);
  }

  run(): TranslatedPattern {
    const source = this.#alternatives(0);
    if (this.#at < this.#chars.length) throw new Untranslatable('unexpected )');
    return { source, flags: this.#isWholly ? 'iu' : 'u' };
  }

  #peek(offset = 0): string {
    return this.#chars[this.#at + offset] ?? '';
  }

  #take(): string {
    const char = this.#chars[this.#at++];
    if (char === undefined) throw new Untranslatable('unexpected end of the expression');
    return char;
  }

  #takes(text: string): boolean {
    if (this.#chars.slice(this.#at, this.#at + text.length).join('') !== text) return false;
    this.#at += text.length;
    return true;
  }

  /** Up to the bracket that closes, or the end. */
  #alternatives(depth: number): string {
    const outer = this.#flags;
    let source = '';
    // Go nests no deeper either (regexp/syntax parse.go, maxHeight).
    if (depth > 1000) throw new Untranslatable('expression nests too deeply');
    while (this.#at < this.#chars.length && this.#peek() !== ')') {
      const char = this.#take();
      switch (char) {
        case '(':
          source += this.#group(depth);
          break;
        case '|':
          source += '|';
          break;
        case '*':
        case '+':
        case '?':
          source += char;
          break;
        case '{':
          source += this.#repetition();
          break;
        case '[':
          source += this.#class();
          break;
        case '.':
          source += this.#flags.s ? '[^]' : '[^\\n]';
          break;
        case '^':
          source += this.#flags.m ? '(?:(?<![^\\n]))' : '(?:^)';
          break;
        case '$':
          source += this.#flags.m ? '(?:(?![^\\n]))' : '(?:$)';
          break;
        case '\\':
          source += this.#escape();
          break;
        default:
          source += this.#literal(char);
      }
    }
    this.#flags = outer;
    return source;
  }

  #group(depth: number): string {
    if (this.#peek() === '?') {
      this.#at++;
      if (this.#takes('P<') || this.#takes('<')) {
        const end = this.#chars.indexOf('>', this.#at);
        const name = end === -1 ? '' : this.#chars.slice(this.#at, end).join('');
        if (!/^\w+$/.test(name)) throw new Untranslatable('invalid named capture');
        this.#at = end + 1;
      } else {
        const around = this.#flags;
        return this.#setFlags() ? this.#inGroup(depth, around) : '';
      }
    }
    return this.#inGroup(depth, this.#flags);
  }

  /** Reads `i-s:` or `i-s)`. Whether a group follows; otherwise the flags hold for the rest of the one around. */
  #setFlags(): boolean {
    const flags = { ...this.#flags };
    let value = true;
    let count = 0;
    for (;;) {
      const char = this.#take();
      if (char === 'i' || char === 'm' || char === 's') flags[char] = value;
      else if (char === '-' && value) {
        value = false;
        count = 0;
        continue;
      } else if (char === ':' || char === ')') {
        if (!value && count === 0) throw new Untranslatable('invalid or unsupported Perl syntax');
        this.#flags = flags;
        return char === ':';
      } else if (char !== 'U') throw new Untranslatable(`invalid or unsupported Perl syntax: \`(?${char}\``);
      count++;
    }
  }

  #inGroup(depth: number, after: Flags): string {
    const inside = this.#alternatives(depth + 1);
    if (!this.#takes(')')) throw new Untranslatable('missing closing )');
    this.#flags = after;
    return `(?:${inside})`;
  }

  /** A brace that begins no repetition stands for itself. */
  #repetition(): string {
    const rest = this.#chars.slice(this.#at, this.#at + 12).join('');
    const [whole, from, to] = /^(\d+)(?:,(\d*))?\}/.exec(rest) ?? [];
    if (whole === undefined) return this.#literal('{');
    // Go refuses larger ones (regexp/syntax parse.go, repeat).
    if (Number(from) > 1000 || Number(to ?? 0) > 1000)
      throw new Untranslatable(`invalid repeat count: \`{${whole}\``);
    this.#at += whole.length;
    return `{${whole}`;
  }

  #literal(char: string): string {
    return this.#ranges([[char.codePointAt(0) ?? 0, char.codePointAt(0) ?? 0]]);
  }

  #ranges(of: readonly Range[]): string {
    const all = this.#folded(of);
    const [first] = all;
    return all.length === 1 && first !== undefined && first[0] === first[1]
      ? writePoint(first[0])
      : `[${writeRanges(all)}]`;
  }

  #folded(of: readonly Range[]): readonly Range[] {
    if (!this.#flags.i || this.#isWholly) return of;
    const folded = foldCase(of);
    if (folded === undefined) throw new Untranslatable(undefined);
    return folded;
  }

  #escape(): string {
    const char = this.#take();
    switch (char) {
      case 'A':
        return '(?:^)';
      case 'z':
        return '(?:$)';
      case 'b':
        return BOUNDARY;
      case 'B':
        return NOT_BOUNDARY;
      case 'Q':
        return this.#quoted();
      default: {
        const part = this.#classEscape(char);
        if (part !== undefined) return 'property' in part ? part.property : this.#ranges(part.ranges);
        const point = this.#point(char);
        return this.#ranges([[point, point]]);
      }
    }
  }

  /** `\Q...\E` */
  #quoted(): string {
    let source = '';
    while (this.#at < this.#chars.length && !this.#takes('\\E')) source += this.#literal(this.#take());
    return source;
  }

  /** `\d`, `\pL`, `\p{Greek}` and their like; undefined for an escape of a single character. */
  #classEscape(char: string): ClassPart | undefined {
    const perl = Object.hasOwn(PERL, char.toLowerCase()) ? PERL[char.toLowerCase()] : undefined;
    if (perl !== undefined) return { ranges: char === char.toLowerCase() ? perl : complement(perl) };
    if (char !== 'p' && char !== 'P') return undefined;
    let name = this.#take();
    if (name === '{') {
      const end = this.#chars.indexOf('}', this.#at);
      if (end === -1) throw new Untranslatable('invalid character class range');
      name = this.#chars.slice(this.#at, end).join('');
      this.#at = end + 1;
    }
    const isNot = name.startsWith('^') !== (char === 'P');
    const plain = name.replace(/^\^/, '');
    if (!/^\w+$/.test(plain) || (this.#flags.i && !this.#isWholly)) throw new Untranslatable(undefined);
    const known = plain === 'Any' || CATEGORY.test(plain) ? plain : `Script=${plain}`;
    return { property: `\\${isNot ? 'P' : 'p'}{${known}}` };
  }

  /** The character that an escape stands for (regexp/syntax parse.go, parser.escape). */
  #point(char: string): number {
    if (/[0-7]/.test(char)) {
      if (char !== '0' && !/[0-7]/.test(this.#peek()))
        throw new Untranslatable(`invalid escape sequence: \`\\${char}\``);
      let digits = char;
      while (digits.length < 3 && /[0-7]/.test(this.#peek())) digits += this.#take();
      return parseInt(digits, 8);
    }
    if (char === 'x') {
      const rest = this.#chars.slice(this.#at, this.#at + 12).join('');
      const [whole, braced, two] = /^(?:\{([\da-fA-F]+)\}|([\da-fA-F]{2}))/.exec(rest) ?? [];
      const point = parseInt(braced ?? two ?? '', 16);
      if (whole === undefined || point > 0x10ffff) throw new Untranslatable('invalid escape sequence: `\\x`');
      this.#at += whole.length;
      return point;
    }
    if (Object.hasOwn(CONTROLS, char)) return CONTROLS[char] ?? 0;
    const point = char.codePointAt(0) ?? 0;
    if (point > 0x7f || /[0-9A-Za-z]/.test(char))
      throw new Untranslatable(`invalid escape sequence: \`\\${char}\``);
    return point;
  }

  #class(): string {
    const isNot = this.#takes('^');
    const ranges: Range[] = [];
    const properties: string[] = [];
    for (let isFirst = true; isFirst || this.#peek() !== ']'; isFirst = false) {
      const part = this.#posix() ?? this.#escapeInClass();
      if (part !== undefined) {
        if ('property' in part) properties.push(part.property);
        else ranges.push(...part.ranges);
        continue;
      }
      const first = this.#classPoint();
      let last = first;
      if (this.#peek() === '-' && this.#peek(1) !== ']' && this.#peek(1) !== '') {
        this.#at++;
        last = this.#classPoint();
        if (last < first) throw new Untranslatable('invalid character class range');
      }
      ranges.push([first, last]);
    }
    this.#at++;
    return `[${isNot ? '^' : ''}${writeRanges(this.#folded(ranges))}${properties.join('')}]`;
  }

  /** `[:alpha:]` and `[:^alpha:]`. */
  #posix(): ClassPart | undefined {
    const rest = this.#chars.slice(this.#at, this.#at + 100).join('');
    const [whole, not, name = ''] = /^\[:(\^?)(.*?):\]/s.exec(rest) ?? [];
    if (whole === undefined) return undefined;
    const ranges = Object.hasOwn(POSIX, name) ? POSIX[name] : undefined;
    if (ranges === undefined) throw new Untranslatable(`invalid character class range: \`${whole}\``);
    this.#at += whole.length;
    return { ranges: not === '^' ? complement(ranges) : ranges };
  }

  #escapeInClass(): ClassPart | undefined {
    if (this.#peek() !== '\\' || !/[dDsSwWpP]/.test(this.#peek(1))) return undefined;
    this.#at++;
    return this.#classEscape(this.#take());
  }

  #classPoint(): number {
    const char = this.#take();
    return char === '\\' ? this.#point(this.#take()) : (char.codePointAt(0) ?? 0);
  }
}
