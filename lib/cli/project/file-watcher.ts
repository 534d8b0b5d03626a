import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ProgramError } from '../program/program-error';
import { commonFolder } from './common-folder';
import { existingFolder, isSource, sourcesIn } from './source-folders';
import { type FileState, stateOf } from './file-state';

/** Editors write a file in several steps; a save is over when nothing has come for so long. */
const QUIET_MS = 20;
/** By how much a file can look older than the moment at which it was written: file systems round. */
const CLOCK_SLACK_MS = 10;

/** What is to be watched. */
export interface Watched {
  /** Absolute; need not exist. */
  readonly files: readonly string[];
  /** Folders, absolute, in which every source and folder that comes, goes or changes counts. */
  readonly folders: readonly string[];
}

interface Folder {
  readonly watcher: FSWatcher;
  /** The folder that is watched, even when another one has its name by now. */
  readonly inode: number | undefined;
  /** The names that count; those of sources and folders if undefined. */
  names: ReadonlySet<string> | undefined;
}

/**
 * Waits for changes of files. It watches their folders, since editors and git put a new file in the place of the
 * old one, which a watch of the file itself would not outlive. What counts is content: a file that is written anew as
 * it was, by a program that generates it in each run, is no change.
 */
export class FileWatcher {
  #folders = new Map<string, Folder>();
  #seen = new Map<string, FileState | undefined>();
  /** What is watched, as long as that is files alone, in folders that are there. */
  #files: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;
  readonly #pending = new Set<string>();

  /** @param onChange - called when something has changed and is quiet since */
  constructor(private readonly onChange: () => void) {}

  /**
   * Watches these and no others, and keeps the process alive for it.
   *
   * @param readSince - when the run began that read the files, in milliseconds since 1970: it may have missed what was
   *   saved later
   * @throws ProgramError if the system has no more watches to give
   */
  follow(watched: Watched, readSince: number): void {
    if (this.#followsAll(watched)) {
      for (const { watcher } of this.#folders.values()) watcher.ref();
      for (const file of this.#seen.keys()) this.#seen.set(file, this.#lookAt(file, readSince));
      return;
    }
    this.#watchFolders(watched);
    const isAllThere = [...this.#folders.values()].every(({ names }) => names !== undefined);
    this.#files = isAllThere ? watched.files : [];
    const seen = new Map<string, FileState | undefined>();
    const held = [...this.#folders].flatMap(([folder, { names }]) =>
      names === undefined ? sourcesIn(folder) : [...names].map((name) => join(folder, name)),
    );
    for (const file of held) seen.set(file, this.#lookAt(file, readSince));
    this.#seen = seen;
  }

  /** Whether these very files are watched already, in the folders that are there now. */
  #followsAll({ files, folders }: Watched): boolean {
    const known = this.#files;
    return (
      folders.length === 0 &&
      known.length === files.length &&
      files.every((file, at) => file === known[at]) &&
      [...this.#folders].every(([path, { inode }]) => inode === stateOf(path)?.inode)
    );
  }

  #lookAt(file: string, readSince: number): FileState | undefined {
    const before = this.#seen.get(file);
    const now = stateOf(file, before);
    const isNew = now !== undefined && now.modified >= readSince - CLOCK_SLACK_MS;
    if (isNew && now.content !== before?.content) this.#note(file, true);
    return now;
  }

  /** Watches on, but keeps the process alive no more: a program is over when nothing does. */
  unref(): void {
    for (const { watcher } of this.#folders.values()) watcher.unref();
  }

  /** Stops watching. */
  close(): void {
    clearTimeout(this.#timer);
    for (const { watcher } of this.#folders.values()) watcher.close();
    this.#folders.clear();
    this.#files = [];
  }

  #watchFolders({ files, folders }: Watched): void {
    const wanted = namesByFolder(files, folders);
    for (const [path, { watcher, inode }] of this.#folders) {
      if (wanted.has(path) && inode === stateOf(path)?.inode) continue;
      watcher.close();
      this.#folders.delete(path);
    }
    for (const [path, names] of wanted) {
      const known = this.#folders.get(path);
      if (known === undefined) {
        this.#folders.set(path, { watcher: this.#watch(path), inode: stateOf(path)?.inode, names });
      } else {
        known.names = names;
        known.watcher.ref();
      }
    }
  }

  #watch(folder: string): FSWatcher {
    const counts = (path: string): boolean =>
      this.#folders.get(folder)?.names?.has(basename(path)) ?? (this.#seen.has(path) || isSource(path));
    const watcher = start(folder, (name) => {
      if (name === null) this.#note(folder, true);
      else if (counts(join(folder, name))) this.#note(join(folder, name));
    });
    // A folder that is removed takes its watch along; its files then fail to load, and that is told.
    watcher.on('error', () => this.#lose(folder));
    return watcher;
  }

  #lose(folder: string): void {
    this.#folders.get(folder)?.watcher.close();
    this.#folders.delete(folder);
    this.#files = [];
    this.#note(folder, true);
  }

  #note(file: string, isCertain = false): void {
    this.#pending.add(isCertain ? '' : file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const files = [...this.#pending];
      this.#pending.clear();
      const isChanged = (path: string): boolean =>
        path === '' || stateOf(path)?.content !== this.#seen.get(path)?.content;
      if (files.some(isChanged)) this.onChange();
    }, QUIET_MS);
  }
}

function start(folder: string, onEvent: (name: string | null) => void): FSWatcher {
  try {
    return watch(folder, { persistent: true }, (_event, name) => onEvent(name));
  } catch (error) {
    throw new ProgramError({
      kind: 'command',
      message: `the system does not watch ${folder}: ${(error as Error).message}`,
      help: ['on Linux, `sysctl fs.inotify` tells how many folders one user may watch'],
      cause: error,
    });
  }
}

/** Which names count in which folder; those of sources and folders if undefined. */
function namesByFolder(
  files: readonly string[],
  folders: readonly string[],
): ReadonlyMap<string, ReadonlySet<string> | undefined> {
  const wanted = new Map<string, Set<string> | undefined>(folders.map((folder) => [folder, undefined]));
  const add = (path: string): void => {
    const folder = dirname(path);
    // Of a folder that is not there yet, the first that comes counts.
    if (!existsSync(folder)) wanted.set(existingFolder(folder), undefined);
    else if (!wanted.has(folder)) wanted.set(folder, new Set([basename(path)]));
    else wanted.get(folder)?.add(basename(path));
  };
  for (const file of files) add(file);
  // A folder that is moved away tells nobody but the one that it lay in.
  const top = commonFolder([...wanted.keys()]);
  for (const folder of [...wanted.keys()]) {
    for (let at = folder; at !== top; at = dirname(at)) add(at);
  }
  return wanted;
}
