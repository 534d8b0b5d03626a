import { basename, dirname, resolve } from 'node:path';
import { isJsonObject } from '../model/json-object';
import { type JsonObject, type JsonValue } from '../model/json-value';
import { readFiles } from './read-files';
import { readManifests } from './read-manifests';

/** The names that Kustomize looks for (sigs.k8s.io/kustomize/api, pkg/konfig, RecognizedKustomizationFileNames). */
const NAMES = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);

/** Fields that name patches, or have a field `path` that does, and others that name no manifests. */
const FIELDS = [
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'replacements',
  'transformers',
  'configurations',
  'generators',
  'validators',
];

/**
 * The files that Kustomizations among `files` name as patches and settings: parts of objects, and none themselves.
 *
 * @returns The Kustomization of each, by its absolute path.
 */
export async function kustomizePatches(
  files: readonly string[],
  cwd: string,
): Promise<ReadonlyMap<string, string>> {
  const patches = new Map<string, string>();
  const kustomizations = files.filter((file) => NAMES.has(basename(file)));
  for await (const read of readFiles(kustomizations, { cwd })) {
    if (!('text' in read)) continue;
    const { objects } = readManifests(read.text, read.file);
    const folder = dirname(resolve(cwd, read.file));
    for (const { object } of objects) {
      for (const path of pathsIn(object)) patches.set(resolve(folder, path), read.file);
    }
  }
  return patches;
}

function pathsIn(kustomization: JsonObject): string[] {
  return (
    FIELDS.flatMap((field) => listOf(kustomization[field]))
      .map((item) => (isJsonObject(item) ? item.path : item))
      // A patch may be written out in place of a path.
      .filter((path): path is string => typeof path === 'string' && !path.includes('\n'))
  );
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
