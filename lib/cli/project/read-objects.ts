import { isJsonObject } from '../../model/json-object';
import { type JsonValue } from '../../model/json-value';
import { type Manifest } from '../../model/manifest';
import { ProgramError } from '../program/program-error';
import type * as yaml from 'yaml';

/**
 * The objects of a file that was rendered: every document that has a kind and a name, and the items of a List.
 * @throws ProgramError that names the file and the place if it is no YAML
 */
export function readObjects(text: string, file: string): readonly Manifest[] {
  return readDocuments(text, file).flatMap(itemsOf).filter(isManifest);
}

/**
 * The same of a file that has to be rendered again, so that nothing in it may be lost.
 * @throws ProgramError also for a document that is no object with a kind and a name
 */
export function readEveryObject(text: string, file: string): readonly Manifest[] {
  return readDocuments(text, file).flatMap((document, index) =>
    itemsOf(document).filter((item): item is Manifest => {
      if (item !== null && !isManifest(item)) {
        throw new ProgramError({
          kind: 'manifest',
          message: `${file}, document ${index + 1}: it is no Kubernetes object with apiVersion, kind and metadata.name`,
        });
      }
      return item !== null;
    }),
  );
}

function readDocuments(text: string, file: string): readonly JsonValue[] {
  const { LineCounter, parseAllDocuments } = module.require('yaml') as typeof yaml;
  const lines = new LineCounter();
  return parseAllDocuments(text, { lineCounter: lines, prettyErrors: false }).map((document) => {
    const [error] = 'errors' in document ? document.errors : [];
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0]);
      throw notYaml(`${file}:${line}:${col}`, error.message, error);
    }
    try {
      return document.toJS({ maxAliasCount: 1000 }) as JsonValue;
    } catch (cause) {
      // An alias without its anchor, or a bomb of them, shows only now.
      throw notYaml(file, cause instanceof Error ? cause.message : String(cause), cause);
    }
  });
}

function notYaml(place: string, problem: string, cause: unknown): ProgramError {
  return new ProgramError({
    kind: 'manifest',
    message: `${place} cannot be read as YAML: ${problem}`,
    cause,
  });
}

function itemsOf(value: JsonValue): readonly JsonValue[] {
  return isJsonObject(value) && value.kind === 'List' && Array.isArray(value.items)
    ? (value.items as readonly JsonValue[]).flatMap(itemsOf)
    : [value];
}

function isManifest(value: JsonValue): value is Manifest {
  if (!isJsonObject(value) || typeof value.kind !== 'string' || typeof value.apiVersion !== 'string')
    return false;
  const { metadata } = value;
  return isJsonObject(metadata) && typeof metadata.name === 'string';
}
