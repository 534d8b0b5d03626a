import fs from 'node:fs';
import path from 'node:path';
import { orUndefined } from './read-if-any';

/**
 * Lists the files under a folder as paths with `/`, in no special order. Symlinks count as files and are not
 * followed. What git and this library keep for themselves is left out.
 */
export function listFiles(root: string): string[] {
  const files: string[] = [];
  const visit = (folder: string): void => {
    const children =
      orUndefined(() => fs.readdirSync(path.join(root, folder), { withFileTypes: true })) ?? [];
    for (const child of children) {
      if (child.name.startsWith('.kubewright-') || child.name === '.git') continue;
      if (child.isDirectory()) visit(`${folder}${child.name}/`);
      else files.push(folder + child.name);
    }
  };
  visit('');
  return files;
}
