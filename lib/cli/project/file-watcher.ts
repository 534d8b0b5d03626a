import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { groupBy } from '../../model/group-by';

/** Editors write a file in several steps; a save is over when nothing has come for so long. */
const QUIET_MS = 20;

/**
 * Waits for changes of files. It watches their folders, since editors and git put a new file in the place of the
 * old one, which a watch of the file itself would not outlive.
 */
export class FileWatcher {
  #watchers: FSWatcher[] = [];
  #timer: NodeJS.Timeout | undefined;
  readonly #changed = new Set<string>();

  /** @param onChange - called with the files that changed, once they are quiet */
  constructor(private readonly onChange: (files: readonly string[]) => void) {}

  /** Watches these files, absolute, and no others. */
  follow(files: readonly string[]): void {
    this.close();
    for (const [folder, members] of groupBy(files, dirname)) {
      const names = new Set(members.map((file) => basename(file)));
      const watcher = watch(folder, { persistent: true }, (_event, name) => {
        if (name === null || names.has(name)) this.#note(name === null ? folder : `${folder}/${name}`);
      });
      // A folder that is removed takes its watch along; its files then fail to load, and that is told.
      watcher.on('error', () => this.#note(folder));
      this.#watchers.push(watcher);
    }
  }

  /** Watches on, but keeps the process alive no more: a program is over when nothing does. */
  unref(): void {
    for (const watcher of this.#watchers) watcher.unref();
  }

  /** Stops watching. */
  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers = [];
  }

  #note(file: string): void {
    this.#changed.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const files = [...this.#changed].sort();
      this.#changed.clear();
      this.onChange(files);
    }, QUIET_MS);
  }
}
