import * as node from './node';
import { type YamlNode } from './node';
import { DEEPEST, tooDeep } from './scan-errors';
import { Scanner } from './scanner';
import { YamlSyntaxError } from './syntax-error';
import * as token from './tokens';

/** A document as it is written. */
export interface ParsedDocument {
  /** Undefined if there is nothing but comments. */
  readonly root: YamlNode | undefined;
  /** Where text begins that stands behind the document, and that Go's reader never looks at. */
  readonly rest: number | undefined;
}

/**
 * Parses one document, by the grammar of Go's reader (go.yaml.in/yaml/v2, parserc.go).
 *
 * @param text ends in NUL and has no other control characters than tabs and breaks
 * @throws YamlSyntaxError
 */
export function parseYaml(text: string): ParsedDocument {
  return new Parser(text).run();
}

class Parser {
  readonly #text: string;
  readonly #tokens: Scanner;
  readonly #anchors = new Map<string, YamlNode>();
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = new Scanner(text);
  }

  run(): ParsedDocument {
    if (this.#tokens.kind() === token.END) return { root: undefined, rest: undefined };
    let root: YamlNode;
    if (this.#tokens.kind() === token.DOCUMENT_START) {
      this.#tokens.advance();
      root = this.#endsDocument() ? this.#empty(this.#tokens.start) : this.#node(true, false);
    } else {
      root = this.#node(true, false);
    }
    if (this.#tokens.kind() === token.DOCUMENT_END) {
      // What follows is not looked at, so that it cannot be broken either.
      do this.#tokens.advance();
      while (this.#tokens.rawKind === token.DOCUMENT_END);
    }
    const rest = this.#tokens.rawKind === token.END ? undefined : this.#tokens.start;
    return { root, rest };
  }

  #endsDocument(): boolean {
    const kind = this.#tokens.kind();
    return kind === token.DOCUMENT_START || kind === token.DOCUMENT_END || kind === token.END;
  }

  #empty(offset: number): YamlNode {
    return new node.YamlNode(node.SCALAR, offset, '', '', true);
  }

  /** After a token that ends at `after`: a node, or an empty one if one of `kinds` comes next. */
  #nodeUnless(a: number, b: number, c: number, after: number, block: boolean, indentless: boolean): YamlNode {
    const kind = this.#tokens.kind();
    return kind === a || kind === b || kind === c ? this.#empty(after) : this.#node(block, indentless);
  }

  #node(block: boolean, indentless: boolean): YamlNode {
    let kind = this.#tokens.kind();
    const start = this.#tokens.start;
    if (kind === token.ALIAS) return this.#alias(start);
    let anchor = '';
    let tag = '';
    for (let turn = 0; turn < 2; turn++) {
      if (kind === token.ANCHOR && anchor === '') anchor = this.#tokens.value;
      else if (kind === token.TAG && tag === '') tag = this.#tokens.value;
      else break;
      this.#tokens.advance();
      kind = this.#tokens.kind();
    }
    if (kind === token.PLAIN || kind === token.QUOTED || kind === token.BLOCK_TEXT) {
      // Go: the tag "!" alone makes any scalar as implicit as one without quotes.
      const plain = tag === '' ? kind === token.PLAIN : tag === '!';
      const scalar = new node.YamlNode(node.SCALAR, start, this.#tokens.value, tag, plain);
      if (anchor !== '') this.#anchors.set(anchor, scalar);
      this.#tokens.advance();
      return scalar;
    }
    const sequence =
      (indentless && kind === token.BLOCK_ENTRY) ||
      kind === token.FLOW_SEQUENCE_START ||
      (block && kind === token.BLOCK_SEQUENCE_START);
    const mapping = kind === token.FLOW_MAPPING_START || (block && kind === token.BLOCK_MAPPING_START);
    if (!sequence && !mapping) {
      if (anchor === '' && tag === '') throw this.#noContent(block);
      const scalar = new node.YamlNode(node.SCALAR, start, '', tag, tag === '');
      if (anchor !== '') this.#anchors.set(anchor, scalar);
      return scalar;
    }
    if (++this.#depth > DEEPEST) throw tooDeep(start);
    const collection = new node.YamlNode(mapping ? node.MAPPING : node.SEQUENCE, start, '', tag, false);
    if (anchor !== '') this.#anchors.set(anchor, collection);
    switch (kind) {
      case token.BLOCK_MAPPING_START:
        this.#blockMapping(collection);
        break;
      case token.FLOW_MAPPING_START:
        this.#flowMapping(collection);
        break;
      case token.FLOW_SEQUENCE_START:
        this.#flowSequence(collection);
        break;
      case token.BLOCK_SEQUENCE_START:
        this.#blockSequence(collection);
        break;
      default:
        this.#indentlessSequence(collection);
    }
    this.#depth--;
    return collection;
  }

  #alias(start: number): YamlNode {
    const name = this.#tokens.value;
    const alias = new node.YamlNode(node.ALIAS, start, name, '', false);
    alias.target = this.#anchors.get(name);
    if (alias.target === undefined) {
      throw new YamlSyntaxError(
        `*${name} names an anchor that does not stand before it`,
        `write &${name} before what it stands for, or quote the text if it is no alias`,
        start,
      );
    }
    this.#tokens.advance();
    return alias;
  }

  #blockMapping(mapping: YamlNode): void {
    this.#tokens.advance();
    for (;;) {
      const kind = this.#tokens.kind();
      if (kind === token.BLOCK_END) {
        this.#tokens.advance();
        return;
      }
      if (kind !== token.KEY) throw this.#noKey();
      const after = this.#tokens.end;
      this.#tokens.advance();
      mapping.children.push(
        this.#nodeUnless(token.KEY, token.VALUE, token.BLOCK_END, after, true, true),
        this.#blockValue(),
      );
    }
  }

  #blockValue(): YamlNode {
    if (this.#tokens.kind() !== token.VALUE) return this.#empty(this.#tokens.start);
    const after = this.#tokens.end;
    this.#tokens.advance();
    return this.#nodeUnless(token.KEY, token.VALUE, token.BLOCK_END, after, true, true);
  }

  #blockSequence(sequence: YamlNode): void {
    this.#tokens.advance();
    while (this.#tokens.kind() === token.BLOCK_ENTRY) {
      const after = this.#tokens.end;
      this.#tokens.advance();
      sequence.children.push(
        this.#nodeUnless(token.BLOCK_ENTRY, token.BLOCK_END, token.BLOCK_END, after, true, false),
      );
    }
    if (this.#tokens.kind() !== token.BLOCK_END) {
      throw new YamlSyntaxError(
        'something other than an item stands among the items of a list',
        'begin each item with "- ", at the same indentation; what belongs to an item stands deeper',
        this.#tokens.start,
      );
    }
    this.#tokens.advance();
  }

  /** The items of a list that stand no deeper than the key that they belong to. */
  #indentlessSequence(sequence: YamlNode): void {
    while (this.#tokens.kind() === token.BLOCK_ENTRY) {
      const after = this.#tokens.end;
      this.#tokens.advance();
      const kind = this.#tokens.kind();
      const isEmpty =
        kind === token.BLOCK_ENTRY || kind === token.KEY || kind === token.VALUE || kind === token.BLOCK_END;
      sequence.children.push(isEmpty ? this.#empty(after) : this.#node(true, false));
    }
  }

  #flowSequence(sequence: YamlNode): void {
    this.#tokens.advance();
    for (let first = true; this.#tokens.kind() !== token.FLOW_SEQUENCE_END; first = false) {
      if (!first) {
        if (this.#tokens.kind() !== token.FLOW_ENTRY) throw this.#unclosed(']', sequence.start);
        this.#tokens.advance();
        if (this.#tokens.kind() === token.FLOW_SEQUENCE_END) break;
      }
      sequence.children.push(this.#tokens.kind() === token.KEY ? this.#pair() : this.#node(false, false));
    }
    this.#tokens.advance();
  }

  /** `[a: b]`: an item that is a mapping of one field. */
  #pair(): YamlNode {
    const pair = new node.YamlNode(node.MAPPING, this.#tokens.start, '', '', false);
    const after = this.#tokens.end;
    this.#tokens.advance();
    const key = this.#nodeUnless(token.VALUE, token.FLOW_ENTRY, token.FLOW_SEQUENCE_END, after, false, false);
    pair.children.push(key, this.#flowValue(token.FLOW_SEQUENCE_END));
    return pair;
  }

  #flowValue(close: number): YamlNode {
    if (this.#tokens.kind() === token.VALUE) {
      this.#tokens.advance();
      const kind = this.#tokens.kind();
      if (kind !== token.FLOW_ENTRY && kind !== close) return this.#node(false, false);
    }
    return this.#empty(this.#tokens.start);
  }

  #flowMapping(mapping: YamlNode): void {
    this.#tokens.advance();
    for (let first = true; this.#tokens.kind() !== token.FLOW_MAPPING_END; first = false) {
      if (!first) {
        if (this.#tokens.kind() !== token.FLOW_ENTRY) throw this.#unclosed('}', mapping.start);
        this.#tokens.advance();
        if (this.#tokens.kind() === token.FLOW_MAPPING_END) break;
      }
      if (this.#tokens.kind() !== token.KEY) {
        mapping.children.push(this.#node(false, false), this.#empty(this.#tokens.start));
        continue;
      }
      this.#tokens.advance();
      const start = this.#tokens.start;
      const key = this.#nodeUnless(
        token.VALUE,
        token.FLOW_ENTRY,
        token.FLOW_MAPPING_END,
        start,
        false,
        false,
      );
      mapping.children.push(key, this.#flowValue(token.FLOW_MAPPING_END));
    }
    this.#tokens.advance();
  }

  #noKey(): YamlSyntaxError {
    return new YamlSyntaxError(
      'something other than a field stands among the fields of a mapping',
      'write `name: value` at the same indentation as the fields before; what belongs to a field stands deeper',
      this.#tokens.start,
    );
  }

  #unclosed(bracket: string, opened: number): YamlSyntaxError {
    const offset = this.#tokens.start;
    if (this.#tokens.kind() === token.END) {
      return new YamlSyntaxError(
        `the bracket that opens here is not closed`,
        `close it with "${bracket}"`,
        opened,
      );
    }
    return new YamlSyntaxError(
      `"," or "${bracket}" is missing before this`,
      `put "," between what stands in brackets, and "${bracket}" at the end; quote text with brackets in it`,
      offset,
    );
  }

  #noContent(block: boolean): YamlSyntaxError {
    const char = this.#text.charAt(this.#tokens.start);
    const found = char === '\0' ? 'the end of the document' : JSON.stringify(char);
    return new YamlSyntaxError(
      `a value is expected here, and ${found} found`,
      block
        ? 'write the value, indented deeper than its field; quote text that begins with a special character'
        : 'write the value, or quote text that has brackets or commas in it',
      this.#tokens.start,
    );
  }
}
