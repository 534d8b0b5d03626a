import { statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What tells that a file or folder is still the one that was seen. */
export type Stamp = readonly [path: string, modified: number, size: number];

export function stampOf(path: string): Stamp | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? undefined : [path, stat.mtimeMs, stat.isFile() ? stat.size : 0];
}

export function isCurrent([path, modified, size]: Stamp): boolean {
  const now = stampOf(path);
  return now?.[1] === modified && now[2] === size;
}

/**
 * What changes when a package comes, goes or is replaced: each node_modules folder
 * that the files lie in, each package's folder (in which a nested node_modules would
 * appear) and its package.json.
 */
export function guardsOf(files: readonly string[]): Stamp[] {
  const paths = new Set<string>();
  for (const file of files) {
    const modules = file.lastIndexOf(`${sep}node_modules${sep}`);
    if (modules < 0) continue;
    const folder = file.slice(0, modules + `${sep}node_modules`.length);
    const [first = '', second = ''] = file.slice(folder.length + 1).split(sep);
    const root = join(folder, first.startsWith('@') ? join(first, second) : first);
    for (const path of [folder, root, join(root, 'package.json')]) paths.add(path);
  }
  return [...paths].map(stampOf).filter((stamp) => stamp !== undefined);
}
