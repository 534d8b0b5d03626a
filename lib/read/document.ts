import { type JsonValue } from '../model/json-value';
import { type SourceSpan } from '../model/source-span';
import { parseJsonPointer } from '../model/json-pointer';
import { composeYaml, type RepeatedKey, type RewrittenKey } from './yaml/compose';
import { locateNode } from './yaml/locate-node';
import { parseJson } from './yaml/parse-json';
import { parseYaml } from './yaml/parser';
import { type YamlNode } from './yaml/node';
import { YamlSyntaxError } from './yaml/syntax-error';
import { type TextPlace, TextPlaces } from './text-places';

// What Go's reader takes for control characters (go.yaml.in/yaml/v2, readerc.go).
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;
/** What stands before a template's braces that nothing quotes. */
const BEFORE_BRACES = /^[ \t]*(?:- +)*(?:(?:[^\s"'#:]+|"[^"]*"|'[^']*')[ \t]*:[ \t]+)?$/;
/** The end of a line that a block of text follows. */
const BLOCK_HEADER = /(?:^|[:\-?][ \t]+)(?:[!&]\S+[ \t]+)*[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/;
const LONGEST_PREFIX = 200;
const BOM = '\ufeff';

/** What a document holds. */
export interface DocumentContent {
  /** Undefined if there is nothing but comments. */
  readonly value: JsonValue | undefined;
  /** The tree that it was made of; not to be kept. */
  readonly root: YamlNode | undefined;
  readonly repeated: readonly RepeatedKey[];
  readonly rewritten: readonly RewrittenKey[];
  /** Offset of text behind the end of the document. */
  readonly rest: number | undefined;
}

/**
 * The text of one document. It keeps the text alone, and parses it again when a place is asked for:
 * most documents have nothing to tell, and a tree of nodes is many times larger than its text.
 */
export class SourceDocument {
  readonly #text: string;
  readonly #isJson: boolean;
  readonly #file: string;
  readonly #places: TextPlaces;

  constructor(text: string, file: string, place: TextPlace, format: 'yaml' | 'json') {
    this.#isJson = format === 'json';
    this.#file = file;
    // Editors do not count the mark. The scanner stops at NUL.
    this.#text = `${text.startsWith(BOM) ? text.slice(1) : text}${text.endsWith('\n') ? '' : '\n'}\0`;
    this.#places = new TextPlaces(this.#text, place);
  }

  /** @throws YamlSyntaxError */
  read(): DocumentContent {
    if (this.#isJson) {
      const root = parseJson(this.#text);
      return { ...composeYaml(root), root, rest: undefined };
    }
    const control = CONTROL.exec(this.#text);
    if (control !== null && control.index < this.#text.length - 1) {
      const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      throw new YamlSyntaxError(
        `the control character U+${code} is not allowed in YAML`,
        'remove it, or write it as an escape in double quotes',
        control.index,
      );
    }
    const { root, rest } = parseYaml(this.#text);
    if (root === undefined) return { value: undefined, root, repeated: [], rewritten: [], rest };
    return { ...composeYaml(root), root, rest };
  }

  /** Parses it again. */
  parse(): YamlNode | undefined {
    return this.#isJson ? parseJson(this.#text) : parseYaml(this.#text).root;
  }

  /** Of its text, in UTF-16 code units. */
  get length(): number {
    return this.#text.length;
  }

  span(offset: number): SourceSpan {
    return { file: this.#file, ...this.#places.at(offset) };
  }

  /**
   * Offset of a template's braces at the front of a line, of an item or of a value, and not in a block of text;
   * -1 without any before `end`.
   */
  findBraces(end: number): number {
    const text = this.#text;
    if (!text.includes('{{')) return -1;
    /** How far the line is indented that a block of text hangs on. */
    let block = -1;
    for (let start = 0; start <= end;) {
      const feed = text.indexOf('\n', start);
      const stop = feed === -1 ? text.length : feed;
      const line = text.slice(start, stop);
      const indent = line.search(/\S|$/);
      if (indent <= block && indent < line.length) block = -1;
      if (block === -1) {
        const found = line.indexOf('{{');
        if (found !== -1 && found <= LONGEST_PREFIX && BEFORE_BRACES.test(line.slice(0, found)))
          return start + found <= end ? start + found : -1;
        if (BLOCK_HEADER.test(line)) block = indent;
      }
      start = stop + 1;
    }
    return -1;
  }
}

/** Findings about one object name others: those of a few documents are asked for in turn. */
const MOST_TREES = 8;
/** Characters of text, of all whose trees are kept; a tree is many times larger. */
const MOST_TEXT = 4_000_000;
/** However long: two that disagree are asked for by turns. */
const LEAST_TREES = 2;

/** Finds fields in documents; keeps the trees of those that were asked last, and not of all. */
export class FieldFinder {
  /** Those asked last stand last. */
  readonly #trees = new Map<SourceDocument, YamlNode | undefined>();
  #length = 0;

  find(document: SourceDocument, pointer: string, part?: 'value'): SourceSpan | undefined {
    const root = this.#treeOf(document);
    if (root === undefined) return undefined;
    const offset = locateNode(root, parseJsonPointer(pointer), part);
    return offset === undefined ? undefined : document.span(offset);
  }

  #treeOf(document: SourceDocument): YamlNode | undefined {
    const isKnown = this.#trees.has(document);
    const root = isKnown ? this.#trees.get(document) : document.parse();
    this.#trees.delete(document);
    this.#trees.set(document, root);
    if (!isKnown) {
      this.#length += document.length;
      this.#forget();
    }
    return root;
  }

  #forget(): void {
    for (const oldest of this.#trees.keys()) {
      const { size } = this.#trees;
      if (size <= LEAST_TREES || (size <= MOST_TREES && this.#length <= MOST_TEXT)) return;
      this.#trees.delete(oldest);
      this.#length -= oldest.length;
    }
  }
}
