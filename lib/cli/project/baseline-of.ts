import { ObjectSet } from '../../model/object-set';
import type * as reading from '../../read/read-manifests';
import { type BaseFile } from './read-base';

/** The objects of files that are compared with. What in them cannot be read was nothing that could change. */
export function baselineOf(files: readonly BaseFile[]): ObjectSet | undefined {
  if (files.length === 0) return undefined;
  const { readManifests } = module.require('../../read/read-manifests') as typeof reading;
  return new ObjectSet(files.flatMap(({ path, text }) => readManifests(text, path).objects));
}
