import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type ObjectSet } from '../../model/object-set';
import { UsageError } from '../usage-error';
import { baselineOf } from './baseline-of';
import { type Base, type BaseFile, readBase } from './read-base';

/**
 * What files and folders that are checked are compared with: a folder as it is, or what a commit has at the same paths.
 *
 * @throws UsageError for a commit, where a path is no file or folder, as standard input
 */
export function baselineOfPaths(base: Base, paths: readonly string[], cwd: string): ObjectSet | undefined {
  if (base.kind !== 'commit') return baselineOf(readBase(base, resolve(cwd, paths[0] ?? '.'), ''));
  const files = paths.flatMap((path): readonly BaseFile[] => {
    const whole = resolve(cwd, path);
    const stats = path === '-' ? undefined : statSync(whole, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return readBase(base, whole, '');
    if (stats?.isFile() !== true) {
      throw new UsageError(
        `--against ${base.name}: '${path}' is no file or folder that a commit could have`,
        ['name files and folders, or a folder after --against'],
      );
    }
    // One of that name may lie further down as well.
    const named = readBase(base, dirname(whole), '').filter(
      (file) => basename(file.path) === basename(whole),
    );
    return named.sort((a, b) => a.path.length - b.path.length).slice(0, 1);
  });
  return baselineOf(files);
}
