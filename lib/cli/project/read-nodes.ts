import { readFileSync } from 'node:fs';
import { type NodeManifest } from '../../check/external/external-node';
import { type JsonObject } from '../../model/json-value';
import { ProgramError } from '../program/program-error';
import { readObjects } from './read-objects';

/**
 * The Nodes of a file, as `kubectl get nodes -o yaml` (or `-o json`) prints them. Other objects that it has are of no
 * interest here.
 *
 * @param written - The path as the configuration has it.
 * @param config - The file of the configuration.
 * @throws ProgramError if it cannot be read, or has no Node: what it was meant for would go unchecked
 */
export function readNodes(path: string, written: string, config: string): readonly NodeManifest[] {
  const refuse = (why: string, cause?: unknown): ProgramError =>
    new ProgramError({
      kind: 'config',
      message: `external.nodes is '${written}', ${why}`,
      file: config,
      help: [
        ...(written.trim() === '' ? ['leave external.nodes out where the Nodes are not known'] : []),
        'kubectl get nodes -o yaml prints those of a cluster; the path is from the folder of the configuration',
      ],
      cause,
    });
  if (written.trim() === '') throw refuse('which names no file');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw refuse(WHYS.get(code ?? '') ?? `which cannot be read: ${message}`, error);
  }
  const objects: readonly JsonObject[] = readObjects(text, written);
  const nodes = objects.filter(isNode);
  if (nodes.length === 0) throw refuse('which has no Node');
  return nodes;
}

const WHYS: ReadonlyMap<string, string> = new Map([
  ['EISDIR', 'which is a folder, and no file'],
  ['ENOENT', 'a file that is not there'],
]);

function isNode(object: JsonObject): object is NodeManifest {
  return object.kind === 'Node';
}
