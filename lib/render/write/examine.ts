import { type Stats } from 'node:fs';
import path from 'node:path';
import { compareStrings } from '../compare-strings';
import { identityKey } from '../identity-key';
import { type Plan } from '../plan';
import { RenderError } from '../render-error';
import { type RenderProblem } from '../render-problem';
import { type FolderMemory } from './folder-memory';
import { lstatIfAny, readIfAny } from './read-if-any';
import { hashOf, parseRecord, RECORD_NAME, sameText, UnknownRecordVersion, type WriteRecord } from './record';
import { scanIdentities } from './scan-identities';

/** A file whose bytes a plan changes. */
export interface FileChange {
  readonly path: string;
  /** What lies there; absent for a new file. */
  readonly before?: Uint8Array;
  /** What is to lie there; absent for a removed file. */
  readonly after?: Uint8Array;
}

/** A folder held against a plan. Nothing in it was touched. */
export interface Examination {
  readonly record: WriteRecord;
  /** Whether there is a record at all. */
  readonly recorded: boolean;
  readonly added: readonly FileChange[];
  readonly changed: readonly FileChange[];
  readonly unchanged: readonly string[];
  /** Recorded, no longer planned, and as it was written. */
  readonly stale: readonly FileChange[];
  /** Recorded, no longer planned, but changed by someone since, or reached over a symlink. */
  readonly edited: readonly string[];
  /** Recorded, no longer planned, and not there. */
  readonly gone: readonly string[];
  /** Planned files in whose place lies something that is not ours to replace. */
  readonly blocked: readonly RenderProblem[];
}

/** Settings of {@link examine}. */
export interface ExamineOptions {
  /** Takes files in the way for our own, whatever they hold. */
  readonly adopt?: boolean;
  /** The plan is a part of what is rendered: what it lacks is not stale. */
  readonly partial?: boolean;
  /** Of the last look at this folder in this process. */
  readonly memory?: FolderMemory;
}

/**
 * Holds a folder against a plan. A file in the way that the record does not list is taken over when all
 * its objects are in the plan: so a folder that the stock synth wrote goes on without a word.
 *
 * @throws {@link RenderError} for a record of a later version
 */
export function examine(plan: Plan, root: string, options: ExamineOptions = {}): Examination {
  const recordText = readIfAny(path.join(root, RECORD_NAME));
  const record = recordText ? readRecord(recordText.toString('utf8')) : new Map<string, readonly string[]>();
  const folders = new FolderLook(root);
  let identities: ReadonlySet<string> | undefined;
  const added: FileChange[] = [];
  const changed: FileChange[] = [];
  const unchanged: string[] = [];
  const blocked: RenderProblem[] = [];

  for (const { path: name, bytes } of plan.files) {
    const place = folders.placeOf(name);
    if (place.obstacle !== undefined) {
      blocked.push(place.obstacle);
      continue;
    }
    const { file, stats } = place;
    if (stats !== undefined && options.memory?.holds(file, bytes, stats) === true) {
      unchanged.push(name);
      continue;
    }
    const before = stats && readIfAny(file);
    if (!before) added.push({ path: name, after: bytes });
    else if (sameText(before, bytes)) {
      unchanged.push(name);
      options.memory?.note(file, bytes, stats);
    } else if (
      options.adopt === true ||
      record.has(name) ||
      holdsOnly(before, (identities ??= identitiesOf(plan)))
    ) {
      changed.push({ path: name, before, after: bytes });
    } else blocked.push(foreign(name));
  }

  const paths = new Set(plan.files.map((file) => file.path));
  const stale: FileChange[] = [];
  const edited: string[] = [];
  const gone: string[] = [];
  for (const [name, hashes] of options.partial === true ? [] : record) {
    if (paths.has(name)) continue;
    if (folders.placeOf(name).obstacle !== undefined) {
      edited.push(name);
      continue;
    }
    const before = readIfAny(path.join(root, name));
    if (!before) gone.push(name);
    else if (hashes.includes(hashOf(before))) stale.push({ path: name, before });
    else edited.push(name);
  }
  stale.sort((a, b) => compareStrings(a.path, b.path));
  edited.sort(compareStrings);
  return {
    record,
    recorded: recordText !== undefined,
    added,
    changed,
    unchanged,
    stale,
    edited,
    gone,
    blocked,
  };
}

function readRecord(text: string): WriteRecord {
  try {
    return parseRecord(text);
  } catch (error) {
    if (!(error instanceof UnknownRecordVersion)) throw error;
    throw new RenderError([
      {
        title: `\`${RECORD_NAME}\` has version ${error.version}, which this release of kubewright does not know`,
        objects: [],
        files: [RECORD_NAME],
        help: 'render with the release that wrote it, or a later one',
      },
    ]);
  }
}

/** Keys of all objects that a plan renders. */
export function identitiesOf(plan: Plan): ReadonlySet<string> {
  return new Set(plan.files.flatMap((file) => file.objects.map(identityKey)));
}

function holdsOnly(bytes: Buffer, planned: ReadonlySet<string>): boolean {
  return scanIdentities(bytes.toString('utf8'))?.every((one) => planned.has(identityKey(one))) ?? false;
}

function foreign(name: string): RenderProblem {
  return {
    title: `\`${name}\` exists, is not in the record of what was rendered, and holds something else`,
    objects: [],
    files: [name],
    help: 'move it away or delete it, or run with --adopt to replace it',
  };
}

interface Place {
  /** The whole path. */
  readonly file: string;
  readonly stats: Stats | undefined;
  readonly obstacle: RenderProblem | undefined;
}

/** Looks once at each folder on the way to a file. */
class FolderLook {
  private readonly seen = new Map<string, RenderProblem | undefined>();

  constructor(private readonly root: string) {}

  /** What stands at that path, and why a regular file cannot. */
  placeOf(name: string): Place {
    const file = path.join(this.root, name);
    for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      const obstacle = this.lookAt(name.slice(0, slash));
      if (obstacle) return { file, stats: undefined, obstacle };
    }
    const stats = lstatIfAny(file);
    const isFree = stats === undefined || stats.isFile();
    return { file, stats, obstacle: isFree ? undefined : obstacleAt(name, stats, 'a file') };
  }

  private lookAt(folder: string): RenderProblem | undefined {
    if (!this.seen.has(folder)) {
      const stat = lstatIfAny(path.join(this.root, folder));
      this.seen.set(folder, !stat || stat.isDirectory() ? undefined : obstacleAt(folder, stat, 'a folder'));
    }
    return this.seen.get(folder);
  }
}

function obstacleAt(name: string, stat: Stats, wanted: string): RenderProblem {
  const found = stat.isSymbolicLink() ? 'a symlink' : stat.isDirectory() ? 'a folder' : 'no plain file';
  return {
    title: `\`${name}\` is ${stat.isFile() ? 'a file' : found} where ${wanted} is to be rendered`,
    objects: [],
    files: [name],
    help: 'move it away or delete it',
  };
}
