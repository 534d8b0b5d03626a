import * as node from './node';
import { YamlNode } from './node';
import { DEEPEST } from './scan-errors';
import { YamlSyntaxError } from './syntax-error';

/**
 * Parses a text that kubectl reads as JSON. JSON is not quite YAML for Go's reader: `\/` and surrogate
 * pairs are escapes, and a key may be long or stand a line before its colon.
 *
 * @param text ends in NUL, after blanks
 * @throws YamlSyntaxError
 */
export function parseJson(text: string): YamlNode {
  return new JsonParser(text).run();
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null/y;

class JsonParser {
  readonly #text: string;
  #pos = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): YamlNode {
    const root = this.#value();
    if (this.#text.charCodeAt(this.#skipBlanks()) !== 0) throw this.#unexpected();
    return root;
  }

  #value(): YamlNode {
    const start = this.#skipBlanks();
    switch (this.#text.charCodeAt(start)) {
      case 0x7b:
        return this.#collection(node.MAPPING, start, 0x7d);
      case 0x5b:
        return this.#collection(node.SEQUENCE, start, 0x5d);
      case 0x22:
        return new YamlNode(node.SCALAR, start, this.#string(), '', false);
      default:
        return new YamlNode(node.SCALAR, start, this.#word(), '', true);
    }
  }

  #skipBlanks(): number {
    let code = this.#text.charCodeAt(this.#pos);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      code = this.#text.charCodeAt(++this.#pos);
    }
    return this.#pos;
  }

  #collection(kind: number, start: number, close: number): YamlNode {
    if (++this.#depth > DEEPEST) throw this.#unexpected();
    const collection = new YamlNode(kind, start, '', '', false);
    this.#pos++;
    if (this.#text.charCodeAt(this.#skipBlanks()) === close) {
      this.#pos++;
      this.#depth--;
      return collection;
    }
    for (;;) {
      if (kind === node.MAPPING) {
        const at = this.#skipBlanks();
        if (this.#text.charCodeAt(at) !== 0x22) throw this.#unexpected();
        collection.children.push(new YamlNode(node.SCALAR, at, this.#string(), '', false));
        if (this.#text.charCodeAt(this.#skipBlanks()) !== 0x3a) throw this.#unexpected();
        this.#pos++;
      }
      collection.children.push(this.#value());
      const code = this.#text.charCodeAt(this.#skipBlanks());
      if (code !== close && code !== 0x2c) throw this.#unexpected();
      this.#pos++;
      if (code === close) break;
    }
    this.#depth--;
    return collection;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#pos;
    let pos = start + 1;
    let escaped = false;
    for (;;) {
      const code = text.charCodeAt(pos);
      if (code === 0x22) break;
      if (code === 0x5c) {
        escaped = true;
        pos++;
      } else if (!(code >= 0x20)) {
        this.#pos = pos;
        throw this.#unexpected();
      }
      pos++;
    }
    this.#pos = pos + 1;
    if (!escaped) return text.slice(start + 1, pos);
    try {
      return JSON.parse(text.slice(start, pos + 1)) as string;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#pos = start;
      throw this.#unexpected();
    }
  }

  /** A number or a word; they mean in YAML what they mean here. */
  #word(): string {
    for (const pattern of [NUMBER, WORD]) {
      pattern.lastIndex = this.#pos;
      const found = pattern.exec(this.#text)?.[0];
      if (found === undefined) continue;
      // YAML takes a number past the largest float for text.
      if (pattern === NUMBER && !Number.isFinite(Number(found))) throw this.#unexpected();
      this.#pos += found.length;
      return found;
    }
    throw this.#unexpected();
  }

  #unexpected(): YamlSyntaxError {
    const char = this.#text.charAt(this.#pos);
    return new YamlSyntaxError(
      char === '' || char === '\0'
        ? 'the JSON text ends too early'
        : `JSON has no ${JSON.stringify(char)} here`,
      'see what wrote this file, or write the object as YAML',
      this.#pos,
    );
  }
}
