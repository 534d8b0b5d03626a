import fs from 'node:fs';
import path from 'node:path';
import { STDOUT_PATH } from '../layouts/stdout';
import { type Plan } from '../plan';
import { RenderError } from '../render-error';
import { findDuplicateFiles, type DuplicateFile } from './duplicate-files';
import { examine, type Examination } from './examine';
import { FolderLock, LOCK_NAME } from './folder-lock';
import { type FolderMemory } from './folder-memory';
import { onDisk } from './on-disk';
import { assertWritable, outputFolder } from './output-folder';
import { orUndefined, readIfAny } from './read-if-any';
import { formatRecord, hashOf, isInnerPath, RECORD_NAME, type WriteRecord } from './record';
import { removeFiles } from './remove-files';
import { leftovers, Staging } from './staging';

/** Settings of {@link write}. */
export interface WriteOptions {
  /** The folder of the user's project, which must not be rendered into. @default the current folder */
  readonly projectRoot?: string;
  /**
   * Replaces files in the way that some other tool or person wrote, and removes files that no record lists
   * and that hold nothing but objects which the plan renders into other files. @default false
   */
  readonly adopt?: boolean;
  /** The plan is a part of what is rendered (some charts, a shard): nothing is pruned. @default false */
  readonly partial?: boolean;
  /** How long to wait for another run in the same folder, in milliseconds. @default 30000 */
  readonly lockTimeoutMs?: number;
  /** Of the last write into this folder in this process: files that were not touched since are not read. @default none */
  readonly memory?: FolderMemory;
}

/** What {@link write} did. All paths are relative to the output folder. */
export interface WriteReport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** No longer rendered, but changed by someone since it was written: kept, and told on every run. */
  readonly edited: readonly string[];
  /** Files of others that hold objects of the plan too; looked for while there is no record. */
  readonly duplicates: readonly DuplicateFile[];
}

/**
 * Makes a folder hold what a plan says, and touches nothing else in it. Equal files are skipped; a folder
 * that is up to date is not written to at all. New bytes are first written aside, all of them; then each
 * file is replaced at once; then what the record lists and the plan lacks is removed. What people put beside
 * it stays. At every moment each file is whole, old or new, and a run that was killed is mended by the next:
 * the record lists old and new files before the first one is replaced.
 *
 * A lock in the folder keeps a second run out; it waits.
 *
 * @throws {@link RenderError} before anything is written: the folder is no place to render into, a file in
 * the way is not ours, another run holds the folder. After a failure of the file system it says what was
 * replaced and what was not.
 */
export function write(plan: Plan, dir: string, options: WriteOptions = {}): WriteReport {
  assertPaths(plan);
  const root = outputFolder(dir, options.projectRoot ?? process.cwd());
  // Where it is clear that there is something to do, only the look under the lock counts.
  if (!isClearlyOutdated(plan, root, options)) {
    const first = look(plan, root, options);
    if (first.isDone) return first.report;
  }
  assertWritable(root, dir);
  const lock = onDisk(dir, 'nothing was changed', () => {
    fs.mkdirSync(root, { recursive: true });
    return FolderLock.acquire(root, options.lockTimeoutMs ?? 30_000);
  });
  try {
    // Another run may have written while this one looked or waited: only what is seen now counts.
    const now = look(plan, root, options);
    if (now.examination.blocked.length > 0) throw new RenderError(now.examination.blocked);
    replace(now, root, dir, lock);
    return now.report;
  } finally {
    lock.release();
  }
}

interface Look {
  readonly examination: Examination;
  readonly removed: readonly string[];
  readonly report: WriteReport;
  readonly record: WriteRecord;
  readonly isRecorded: boolean;
  readonly isDone: boolean;
}

function isClearlyOutdated({ files }: Plan, root: string, { memory }: WriteOptions): boolean {
  return (
    memory !== undefined && files.some((file) => memory.heldOther(path.join(root, file.path), file.bytes))
  );
}

/** Works out what is to be done, and touches nothing. */
function look(plan: Plan, root: string, options: WriteOptions): Look {
  const examination = examine(plan, root, options);
  const { added, changed, stale, unchanged, edited, blocked } = examination;
  const searches = !examination.recorded || options.adopt === true;
  const found = searches ? findDuplicateFiles(plan, root, examination.record) : [];
  const takenOver =
    options.adopt === true && options.partial !== true ? found.filter((one) => one.whole) : [];
  const removed = [...stale, ...takenOver].map((file) => file.path);

  const record = new Map<string, readonly string[]>(options.partial === true ? examination.record : []);
  for (const { path: name, bytes } of plan.files) {
    record.set(name, [options.memory?.hashOf(bytes, hashOf) ?? hashOf(bytes)]);
  }
  for (const name of edited) record.set(name, examination.record.get(name) ?? []);
  const recordText = readIfAny(path.join(root, RECORD_NAME))?.toString('utf8').replaceAll('\r\n', '\n');
  const isRecorded = recordText === undefined ? record.size === 0 : recordText === formatRecord(record);
  return {
    examination,
    removed,
    record,
    isRecorded,
    isDone:
      added.length + changed.length + removed.length + blocked.length === 0 && isRecorded && !isInUse(root),
    report: {
      added: added.map((file) => file.path),
      changed: changed.map((file) => file.path),
      unchanged,
      removed,
      edited,
      duplicates: found.filter((one) => !takenOver.includes(one)),
    },
  };
}

/** Whether another run is writing, or was killed while it wrote. */
function isInUse(root: string): boolean {
  const names = orUndefined(() => leftovers(root)) ?? [];
  return names.length > 0 || fs.existsSync(path.join(root, LOCK_NAME));
}

function replace(found: Look, root: string, dir: string, lock: FolderLock): void {
  const { examination, removed, record } = found;
  const changes = [...examination.added, ...examination.changed];
  const recordFile = path.join(root, RECORD_NAME);
  const untouched = 'nothing was changed';
  const staging = onDisk(dir, untouched, () => {
    // Under the lock nobody else stages: what lies there was left by a run that was killed.
    for (const file of leftovers(root)) fs.rmSync(file, { recursive: true, force: true });
    return new Staging(root);
  });
  const moved = new Set<string>();
  try {
    onDisk(dir, untouched, () => {
      if (changes.length > 0) {
        const newPaths = changes.map((file) => file.path);
        staging.add(recordFile, formatRecord(recordDuring(examination.record, record, newPaths)));
      }
      for (const file of changes) {
        staging.add(path.join(root, file.path), file.after ?? '');
        lock.refresh();
      }
      lock.assertHeld();
    });
    const progress = (): string => {
      const names = changes.map((file) => file.path);
      const [done, left] = [true, false].map((is) =>
        names.filter((name) => moved.has(path.join(root, name)) === is),
      );
      return `every file is whole; replaced: ${list(done)}; as before: ${list(left)}`;
    };
    onDisk(dir, progress, () => {
      staging.commit((to) => {
        moved.add(to);
        lock.refresh();
      });
      const kept = [...examination.unchanged, ...changes.map((file) => file.path)];
      removeFiles(root, [...removed, ...examination.gone], kept);
      if (found.isRecorded && changes.length === 0) return;
      lock.assertHeld();
      staging.add(recordFile, formatRecord(record));
      staging.commit(() => undefined);
    });
  } finally {
    staging.remove();
  }
}

/** Lists old and new bytes, so that a run which is killed leaves no file that a later one takes for foreign. */
function recordDuring(old: WriteRecord, next: WriteRecord, changed: readonly string[]): WriteRecord {
  const during = new Map(old);
  for (const name of changed) {
    during.set(name, [...new Set([...(old.get(name) ?? []), ...(next.get(name) ?? [])])]);
  }
  return during;
}

function assertPaths(plan: Plan): void {
  const own = [RECORD_NAME, LOCK_NAME];
  const wrong = plan.files.filter((file) => !isInnerPath(file.path) || own.includes(file.path));
  const stream = plan.files.some((file) => file.path === STDOUT_PATH);
  if (wrong.length === 0 && !stream) return;
  throw new RenderError([
    {
      title: stream ? 'a plan for standard output has no files' : 'the plan has paths that no file may have',
      objects: [],
      files: wrong.map((file) => file.path),
      help: stream ? 'print its bytes, or choose another layout' : 'use relative paths with single slashes',
    },
  ]);
}

function list(names: readonly string[] | undefined): string {
  const some = names?.slice(0, 20).map((name) => `\`${name}\``) ?? [];
  const more = (names?.length ?? 0) - some.length;
  return some.length === 0 ? 'none' : some.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
