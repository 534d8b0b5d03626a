import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';

import { isJsonObject } from '../../model/json-object';
import { parseJsonPointer } from '../../model/json-pointer';
import { type JsonValue } from '../../model/json-value';
import { type ObjectInput } from '../../model/object-entry';
import { type SourceSpan } from '../../model/source-span';

/**
 * The objects of the manifests of an example, each with its places in them. YAML 1.2, which says all that an
 * example needs to say.
 *
 * @param file What the places name.
 * @throws SyntaxError when it is no YAML, or a document of it is no object
 */
export function readManifests(text: string, file: string): readonly ObjectInput[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines });
  if (!Array.isArray(documents)) return [];
  const spanAt = (offset: number): SourceSpan => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  return documents.flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw new SyntaxError(`${file}: ${error.message}`, { cause: error });
    const object = document.toJS() as JsonValue;
    const root: Node | null = document.contents;
    if (object === null || root === null) return [];
    if (!isJsonObject(object)) throw new SyntaxError(`${file}: a document is no object`);
    return {
      object,
      span: spanAt(root.range?.[0] ?? 0),
      locate: (pointer: string) => {
        const offset = offsetOf(root, parseJsonPointer(pointer));
        return offset === undefined ? undefined : spanAt(offset);
      },
    };
  });
}

/** Where the field that these keys lead to begins: at its key, or at the item of a list. */
function offsetOf(root: Node, keys: readonly string[]): number | undefined {
  let current: unknown = root;
  let offset = root.range?.[0];
  for (const key of keys) {
    if (isAlias(current)) return offset;
    if (isMap(current)) {
      const pair = current.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (pair === undefined) return undefined;
      offset = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      current = pair.value;
    } else {
      const item = isSeq(current) ? current.items[Number(key)] : undefined;
      if (!isNode(item)) return undefined;
      offset = item.range?.[0];
      current = item;
    }
  }
  return offset;
}
