import { afterBreak, isBlankOrEnd, isBreak, isBreakOrEnd, isDocumentMarker, isWord } from './chars';
import { scanBlockText, type ScannedScalar, scanPlain, scanQuoted } from './scan-scalar';
import { scanTag } from './scan-tag';
import { DEEPEST, directive, noColon, tooDeep, unexpected } from './scan-errors';
import { YamlSyntaxError } from './syntax-error';
import * as token from './tokens';

/** The `:` of a key in one line stands at most so many characters after its beginning. */
const LONGEST_KEY = 1024;
/** A place where a key may have begun; its tokens are filled in when the `:` is found. */
interface PossibleKey {
  /** Index of the two tokens that are kept free for it, or -1: none. */
  slot: number;
  /** Whether it has to be a key, since it stands where the keys of a block stand. */
  required: boolean;
  offset: number;
  lineStart: number;
}

/**
 * The tokens of one document, scanned as they are asked for, by the rules of the scanner that Go's
 * reader has from libyaml (go.yaml.in/yaml/v2, scannerc.go). These are not quite what YAML 1.1 says and
 * not at all what YAML 1.2 says: `{a:1}` is a key, `?` ends a word in brackets, NEL and LS break lines.
 *
 * Before each token that may begin a key two places are kept free, for the beginning of a mapping and
 * that of the key. They are filled in when the `:` is found.
 */
export class Scanner {
  readonly #text: string;
  /** Tokens that are scanned and not yet left behind, as parallel lists. */
  readonly #kinds: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #values: string[] = [];
  #count = 0;
  /** Index of the current token in these lists, and how many tokens stood before the lists. */
  #head = 0;
  #behind = 0;
  #done = false;
  #error: YamlSyntaxError | undefined;
  #pos = 0;
  #lineStart = 0;
  #indent = -1;
  readonly #indents: number[] = [];
  #flowLevel = 0;
  #keyAllowed = true;
  readonly #keys: PossibleKey[] = [{ slot: -1, required: false, offset: 0, lineStart: 0 }];

  /** @param text ends in NUL and has no other control characters than tabs and breaks */
  constructor(text: string) {
    this.#text = text;
    this.#settle();
  }

  /**
   * Kind of the current token.
   *
   * @throws YamlSyntaxError where no token can be scanned
   */
  kind(): number {
    const kind = this.#kinds[this.#head] ?? token.END;
    if (kind === token.BROKEN && this.#error !== undefined) throw this.#error;
    return kind;
  }

  /** Offset of its first character. */
  get start(): number {
    return this.#starts[this.#head] ?? this.#text.length;
  }

  /** Offset after its last character. */
  get end(): number {
    return this.#ends[this.#head] ?? this.#text.length;
  }

  /** Text of a scalar, name of an anchor or alias, full form of a tag; else empty. */
  get value(): string {
    return this.#values[this.#head] ?? '';
  }

  /** As `kind`, but BROKEN instead of a throw. */
  get rawKind(): number {
    return this.#kinds[this.#head] ?? token.END;
  }

  /** Goes on to the next token. */
  advance(): void {
    this.#head++;
    this.#settle();
  }

  /** Scans until it is known which token is the current one. */
  #settle(): void {
    for (;;) {
      if (this.#head === this.#count) {
        if (this.#done) return;
        this.#behind += this.#head;
        this.#head = 0;
        this.#count = 0;
        this.#fetch();
      } else if (this.#kinds[this.#head] !== token.NOTHING) {
        return;
      } else if (!this.#done && this.#mayBecomeKey(this.#head + this.#behind)) {
        this.#fetch();
      } else if (this.#kinds[this.#head] === token.NOTHING) {
        this.#head++;
      }
    }
  }

  #mayBecomeKey(slot: number): boolean {
    const key = this.#keys.find((possible) => possible.slot === slot);
    if (key === undefined) return false;
    if (!this.#isStale(key)) return true;
    if (!key.required) return false;
    // Nothing before it is wrong, so that this is what is told.
    this.#count = this.#head;
    this.#fail(noColon(this.#text, key.offset));
    return false;
  }

  #fetch(): void {
    try {
      this.#done = !this.#next();
    } catch (error) {
      if (!(error instanceof YamlSyntaxError)) throw error;
      this.#fail(error);
    }
  }

  #fail(error: YamlSyntaxError): void {
    this.#error = error;
    this.#done = true;
    this.#push(token.BROKEN, error.offset, error.offset);
  }

  #push(kind: number, start: number, end: number, value = ''): void {
    const index = this.#count++;
    this.#kinds[index] = kind;
    this.#starts[index] = start;
    this.#ends[index] = end;
    this.#values[index] = value;
  }

  /** Scans a token; false after the last. */
  #next(): boolean {
    this.#skipToToken();
    const text = this.#text;
    const pos = this.#pos;
    const column = pos - this.#lineStart;
    this.#closeBlocks(column);
    const code = text.charCodeAt(pos);
    if (code === 0) {
      this.#closeBlocks(-1);
      this.#dropKey();
      this.#push(token.END, pos, pos);
      return false;
    }
    if (column === 0) {
      if (code === 0x25) throw directive(pos);
      if (isDocumentMarker(text, pos)) {
        this.#closeBlocks(-1);
        this.#dropKey();
        this.#keyAllowed = false;
        this.#indicator(code === 0x2d ? token.DOCUMENT_START : token.DOCUMENT_END, 3);
        return true;
      }
    }
    const inFlow = this.#flowLevel > 0;
    switch (code) {
      case 0x5b: // [
        this.#openFlow(token.FLOW_SEQUENCE_START);
        return true;
      case 0x7b: // {
        this.#openFlow(token.FLOW_MAPPING_START);
        return true;
      case 0x5d: // ]
        this.#closeFlow(token.FLOW_SEQUENCE_END);
        return true;
      case 0x7d: // }
        this.#closeFlow(token.FLOW_MAPPING_END);
        return true;
      case 0x2c: // ,
        this.#dropKey();
        this.#keyAllowed = true;
        this.#indicator(token.FLOW_ENTRY);
        return true;
      case 0x2d: // -
        if (!isBlankOrEnd(text.charCodeAt(pos + 1))) break;
        this.#blockEntry();
        return true;
      case 0x3f: // ?
        if (!inFlow && !isBlankOrEnd(text.charCodeAt(pos + 1))) break;
        this.#explicitKey();
        return true;
      case 0x3a: // :
        if (!inFlow && !isBlankOrEnd(text.charCodeAt(pos + 1))) break;
        this.#value();
        return true;
      case 0x2a: // *
        this.#anchor(token.ALIAS);
        return true;
      case 0x26: // &
        this.#anchor(token.ANCHOR);
        return true;
      case 0x21: {
        // !
        this.#saveKey();
        this.#keyAllowed = false;
        const { tag, end } = scanTag(text, pos);
        this.#push(token.TAG, pos, end, tag);
        this.#pos = end;
        return true;
      }
      case 0x7c: // |
      case 0x3e: // >
        if (inFlow) throw unexpected(text, pos);
        this.#dropKey();
        this.#keyAllowed = true;
        this.#scalar(token.BLOCK_TEXT, scanBlockText(text, pos, this.#indent));
        return true;
      case 0x27: // '
      case 0x22: // "
        this.#saveKey();
        this.#keyAllowed = false;
        this.#scalar(token.QUOTED, scanQuoted(text, pos, this.#lineStart));
        return true;
      case 0x23: // #, with no blank before it
      case 0x25: // %
      case 0x40: // @
      case 0x60: // `
      case 0x09: // a tab that indents
        throw unexpected(text, pos);
      default:
        break;
    }
    this.#saveKey();
    this.#keyAllowed = false;
    const scalar = scanPlain(text, pos, this.#lineStart, this.#indent + 1, inFlow);
    if (scalar.crossedLine) this.#keyAllowed = true;
    this.#scalar(token.PLAIN, scalar);
    return true;
  }

  #skipToToken(): void {
    const text = this.#text;
    let pos = this.#pos;
    for (;;) {
      const tabs = this.#flowLevel > 0 || !this.#keyAllowed;
      let code = text.charCodeAt(pos);
      while (code === 0x20 || (tabs && code === 0x09)) code = text.charCodeAt(++pos);
      if (code === 0x23) {
        while (!isBreakOrEnd(code)) code = text.charCodeAt(++pos);
      }
      if (!isBreak(code)) break;
      pos = afterBreak(text, pos);
      this.#lineStart = pos;
      if (this.#flowLevel === 0) this.#keyAllowed = true;
    }
    this.#pos = pos;
  }

  #indicator(kind: number, length = 1): void {
    this.#push(kind, this.#pos, this.#pos + length);
    this.#pos += length;
  }

  #scalar(kind: number, scalar: ScannedScalar): void {
    this.#push(kind, this.#pos, scalar.end, scalar.value);
    this.#pos = scalar.next;
    this.#lineStart = scalar.lineStart;
  }

  #key(): PossibleKey {
    const key = this.#keys[this.#keys.length - 1];
    if (key === undefined) throw new Error('the stack of keys is empty');
    return key;
  }

  /** Notes that a key may begin here, where one is allowed. */
  #saveKey(): void {
    if (!this.#keyAllowed) return;
    this.#dropKey();
    const key = this.#key();
    key.slot = this.#count + this.#behind;
    key.required = this.#flowLevel === 0 && this.#indent === this.#pos - this.#lineStart;
    key.offset = this.#pos;
    key.lineStart = this.#lineStart;
    this.#push(token.NOTHING, this.#pos, this.#pos);
    this.#push(token.NOTHING, this.#pos, this.#pos);
  }

  /** Gives up the key that may have begun at this level. */
  #dropKey(): void {
    const key = this.#key();
    if (key.slot !== -1 && key.required) throw noColon(this.#text, key.offset);
    key.slot = -1;
  }

  #openBlock(column: number): boolean {
    if (this.#flowLevel > 0 || this.#indent >= column) return false;
    this.#indents.push(this.#indent);
    this.#indent = column;
    if (this.#indents.length > DEEPEST) throw tooDeep(this.#pos);
    return true;
  }

  #closeBlocks(column: number): void {
    if (this.#flowLevel > 0) return;
    while (this.#indent > column) {
      this.#push(token.BLOCK_END, this.#pos, this.#pos);
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  #openFlow(kind: number): void {
    this.#saveKey();
    this.#keys.push({ slot: -1, required: false, offset: 0, lineStart: 0 });
    if (++this.#flowLevel > DEEPEST) throw tooDeep(this.#pos);
    this.#keyAllowed = true;
    this.#indicator(kind);
  }

  #closeFlow(kind: number): void {
    this.#dropKey();
    if (this.#flowLevel > 0) {
      this.#flowLevel--;
      this.#keys.pop();
    }
    this.#keyAllowed = false;
    this.#indicator(kind);
  }

  #blockEntry(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) {
        throw new YamlSyntaxError(
          'a list cannot begin in this line',
          'begin it on the next line, or quote the text if it is no list',
          this.#pos,
        );
      }
      const opened = this.#openBlock(this.#pos - this.#lineStart);
      if (opened) this.#push(token.BLOCK_SEQUENCE_START, this.#pos, this.#pos);
    }
    this.#dropKey();
    this.#keyAllowed = true;
    this.#indicator(token.BLOCK_ENTRY);
  }

  #explicitKey(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) {
        throw new YamlSyntaxError(
          'a key cannot begin in this line',
          'begin it on the next line, or quote the text if it is no key',
          this.#pos,
        );
      }
      const opened = this.#openBlock(this.#pos - this.#lineStart);
      if (opened) this.#push(token.BLOCK_MAPPING_START, this.#pos, this.#pos);
    }
    this.#dropKey();
    this.#keyAllowed = this.#flowLevel === 0;
    this.#indicator(token.KEY);
  }

  #value(): void {
    const key = this.#key();
    if (key.slot !== -1 && this.#isStale(key)) this.#dropKey();
    if (key.slot !== -1) {
      const index = key.slot - this.#behind;
      if (this.#openBlock(key.offset - key.lineStart)) this.#kinds[index] = token.BLOCK_MAPPING_START;
      this.#kinds[index + 1] = token.KEY;
      key.slot = -1;
      this.#keyAllowed = false;
    } else {
      if (this.#flowLevel === 0) {
        if (!this.#keyAllowed) {
          throw new YamlSyntaxError(
            'a ":" stands where no key can be',
            'quote text that has ": " in it; begin a nested field on the next line, indented',
            this.#pos,
          );
        }
        const opened = this.#openBlock(this.#pos - this.#lineStart);
        if (opened) this.#push(token.BLOCK_MAPPING_START, this.#pos, this.#pos);
      }
      this.#keyAllowed = this.#flowLevel === 0;
    }
    this.#indicator(token.VALUE);
  }

  /** A key stands in one line and is not too long; characters outside of the BMP count once. */
  #isStale(key: PossibleKey): boolean {
    if (key.lineStart !== this.#lineStart) return true;
    if (this.#pos - key.offset <= LONGEST_KEY) return false;
    return Array.from(this.#text.slice(key.offset, this.#pos)).length > LONGEST_KEY;
  }

  #anchor(kind: number): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const text = this.#text;
    const start = this.#pos;
    let end = start + 1;
    while (isWord(text.charCodeAt(end))) end++;
    const after = text.charCodeAt(end);
    if (end === start + 1 || (!isBlankOrEnd(after) && !'?:,]}%@`'.includes(text.charAt(end)))) {
      throw new YamlSyntaxError(
        `the name of ${kind === token.ALIAS ? 'an alias' : 'an anchor'} cannot be read`,
        `quote the text if it only begins with "${text.charAt(start)}"; names have letters, digits, "-" and "_"`,
        start,
      );
    }
    this.#push(kind, start, end, text.slice(start + 1, end));
    this.#pos = end;
  }
}
