import { isJsonList } from './json-object';
import { type JsonValue } from './json-value';

/**
 * Writes a JSON pointer (RFC 6901) below `base`.
 *
 * @example
 * jsonPointer('', 'metadata', 'annotations', 'example.com/a~b'); // '/metadata/annotations/example.com~1a~0b'
 * jsonPointer('/spec/containers', 0, 'image'); // '/spec/containers/0/image'
 */
export function jsonPointer(base: string, ...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>(below, base);
}

function below(pointer: string, token: string | number): string {
  return `${pointer}/${typeof token === 'number' ? token : escapeToken(token)}`;
}

/**
 * Takes a JSON pointer apart into its unescaped tokens; `''`, the whole document, has none.
 *
 * @throws SyntaxError when it neither is empty nor begins with `/`, or has a `~` without 0 or 1
 */
export function parseJsonPointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new SyntaxError(`JSON pointer "${pointer}" does not begin with "/"`);
  if (/~(?![01])/.test(pointer)) throw new SyntaxError(`JSON pointer "${pointer}" has "~" without 0 or 1`);
  return pointer.slice(1).split('/').map(unescapeToken);
}

/**
 * What a JSON pointer points to; undefined when nothing is there.
 *
 * @throws SyntaxError when it is no JSON pointer
 */
export function getByJsonPointer(document: JsonValue, pointer: string): JsonValue | undefined {
  let current: JsonValue | undefined = document;
  for (const token of parseJsonPointer(pointer)) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = isJsonList(current) ? atIndex(current, token) : atKey(current, token);
  }
  return current;
}

/** The pointer, and those of all that it stands in, up to the document (`''`). */
export function pointersUpwards(pointer: string): readonly string[] {
  const all = [pointer];
  for (let at = pointer.lastIndexOf('/'); at >= 0; at = pointer.lastIndexOf('/', at - 1)) {
    all.push(pointer.slice(0, at));
    if (at === 0) break;
  }
  return all;
}

function atIndex(array: readonly JsonValue[], token: string): JsonValue | undefined {
  return /^(?:0|[1-9]\d*)$/.test(token) ? array[Number(token)] : undefined;
}

function atKey(object: Readonly<Record<string, JsonValue>>, token: string): JsonValue | undefined {
  return Object.hasOwn(object, token) ? object[token] : undefined;
}

function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/')
    ? token.replaceAll('~', '~0').replaceAll('/', '~1')
    : token;
}

function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
