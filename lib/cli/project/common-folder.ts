import { dirname } from 'node:path';
import { isWithin } from '../../render/write/output-folder';

/** The deepest folder that holds all of some absolute folders, or is the only one. */
export function commonFolder(folders: readonly string[]): string {
  const [first = '/', ...rest] = folders;
  let common = first;
  while (!rest.every((folder) => isWithin(folder, common))) common = dirname(common);
  return common;
}
