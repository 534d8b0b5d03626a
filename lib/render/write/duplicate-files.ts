import path from 'node:path';
import { compareStrings } from '../compare-strings';
import { identityKey, type Identity } from '../identity-key';
import { type Plan } from '../plan';
import { identitiesOf } from './examine';
import { listFiles } from './list-files';
import { lstatIfAny, readIfAny } from './read-if-any';
import { type WriteRecord } from './record';
import { scanIdentities } from './scan-identities';

/** A file that is not ours and holds objects that a plan renders too: applying both is a tug of war. */
export interface DuplicateFile {
  readonly path: string;
  readonly objects: readonly Identity[];
  /** Whether it holds nothing else. */
  readonly whole: boolean;
}

/**
 * Finds files beside the rendered ones that repeat their objects: what the stock synth left under another
 * name (`0001-web.k8s.yaml`), or a copy.
 */
export function findDuplicateFiles(plan: Plan, root: string, record: WriteRecord): DuplicateFile[] {
  const own = new Set(plan.files.map((file) => file.path));
  const isPlanned = identitiesOf(plan);
  const found: DuplicateFile[] = [];
  for (const name of listFiles(root).sort(compareStrings)) {
    const file = path.join(root, name);
    if (own.has(name) || record.has(name) || !/\.ya?ml$/.test(name) || !lstatIfAny(file)?.isFile()) continue;
    const held = scanIdentities(readIfAny(file)?.toString('utf8') ?? '') ?? [];
    const objects = held.filter((one) => isPlanned.has(identityKey(one)));
    if (objects.length > 0) found.push({ path: name, objects, whole: objects.length === held.length });
  }
  return found;
}
