import { isJsonObject } from '../../model/json-object';
import { type JsonValue } from '../../model/json-value';
import { type Manifest } from '../../model/manifest';
import type * as yaml from 'yaml';

/**
 * The objects of a file that was rendered: every document that has a kind and a name.
 * @throws Error that names the file and the place if it is no YAML
 */
export function readObjects(text: string, file: string): readonly Manifest[] {
  const { LineCounter, parseAllDocuments } = module.require('yaml') as typeof yaml;
  const lines = new LineCounter();
  return parseAllDocuments(text, { lineCounter: lines, prettyErrors: false }).flatMap((document) => {
    const [error] = 'errors' in document ? document.errors : [];
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0]);
      throw new Error(`${file}:${line}:${col}: ${error.message}`);
    }
    const object = document.toJS({ maxAliasCount: 1000 }) as JsonValue;
    return isManifest(object) ? [object] : [];
  });
}

function isManifest(value: JsonValue): value is Manifest {
  if (!isJsonObject(value) || typeof value.kind !== 'string' || typeof value.apiVersion !== 'string')
    return false;
  const { metadata } = value;
  return isJsonObject(metadata) && typeof metadata.name === 'string';
}
