import { isJsonObject } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type Manifest } from '../../model/manifest';
import { type SourceSpan } from '../../model/source-span';
import type * as reading from '../../read/read-manifests';
import { type ReadProblem } from '../../read/read-problem';
import { ProgramError } from '../program/program-error';

/** Problems that leave a file as it was meant. */
const HARMLESS: ReadonlySet<ReadProblem['reason']> = new Set([
  'duplicate-key',
  'rewritten-key',
  'separator',
  'left-out',
]);

/**
 * The objects of a file that was rendered: every document that has a kind and a name, and the items of lists.
 * @throws ProgramError that names the file and the place if it cannot be read
 */
export function readObjects(text: string, file: string): readonly Manifest[] {
  const { objects, problems } = read(text, file);
  const broken = problems.find(({ reason }) => !HARMLESS.has(reason) && reason !== 'not-an-object');
  if (broken !== undefined) throw unreadable(broken);
  return objects.map(({ object }) => object).filter(isManifest);
}

/**
 * The same of a file that has to be rendered again, so that nothing in it may be lost.
 * @throws ProgramError also for a document that is no object with a kind and a name
 */
export function readEveryObject(text: string, file: string): readonly Manifest[] {
  const { objects, problems } = read(text, file);
  const problem = problems.find(({ reason }) => reason !== 'rewritten-key');
  if (problem !== undefined) throw unreadable(problem);
  return objects.map(({ object, span }) => {
    if (isManifest(object)) return object;
    throw unreadable({
      what: 'it is no Kubernetes object with apiVersion, kind and metadata.name',
      help: 'kubewright renders only what kubectl applies',
      span,
    });
  });
}

function read(text: string, file: string): reading.ReadResult {
  const { readManifests } = module.require('../../read/read-manifests') as typeof reading;
  return readManifests(text, file);
}

function unreadable({
  what,
  help,
  span: { file, line, column },
}: Pick<ReadProblem, 'what' | 'help'> & { readonly span: SourceSpan }): ProgramError {
  return new ProgramError({ kind: 'manifest', message: `${file}:${line}:${column}: ${what}`, help: [help] });
}

function isManifest(object: JsonObject): object is JsonObject & Manifest {
  const { apiVersion, kind, metadata } = object;
  return (
    typeof kind === 'string' &&
    typeof apiVersion === 'string' &&
    isJsonObject(metadata) &&
    typeof metadata.name === 'string'
  );
}
