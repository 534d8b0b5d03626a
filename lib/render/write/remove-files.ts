import fs from 'node:fs';
import path from 'node:path';
import { lstatIfAny } from './read-if-any';

/**
 * Removes files under a folder, and the folders that hold nothing any more.
 *
 * @param names paths relative to `root`; those that do not exist are fine
 * @param kept files that must stay: on a file system that ignores case, `Web.yaml` may be what was just
 * written as `web.yaml`
 */
export function removeFiles(root: string, names: readonly string[], kept: readonly string[]): void {
  if (names.length === 0) return;
  const twins = new Map(kept.map((name) => [name.toLowerCase(), name] as const));
  for (const name of names) {
    const twin = twins.get(name.toLowerCase());
    if (twin !== undefined && isSameFile(path.join(root, twin), path.join(root, name))) continue;
    fs.rmSync(path.join(root, name), { force: true });
    removeEmptyFolders(root, name);
  }
}

function isSameFile(a: string, b: string): boolean {
  const [left, right] = [lstatIfAny(a), lstatIfAny(b)];
  return left !== undefined && left.ino === right?.ino && left.dev === right.dev;
}

function removeEmptyFolders(root: string, name: string): void {
  for (let folder = path.dirname(name); folder !== '.'; folder = path.dirname(folder)) {
    try {
      fs.rmdirSync(path.join(root, folder));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') continue;
      // Not empty (POSIX allows both codes), or no folder any more.
      if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') return;
      throw error;
    }
  }
}
