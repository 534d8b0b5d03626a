import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** More folders than this are no project's; the system's watches are not endless. */
const MOST_FOLDERS = 500;

/** The folders of a project in which its sources can lie, the nearest first: none that is hidden or installed. */
export function sourceFolders(projectDir: string, except: readonly string[]): readonly string[] {
  const folders = [projectDir];
  // It grows while it is walked.
  for (const folder of folders) {
    for (const entry of readFolder(folder)) {
      const path = join(folder, entry.name);
      const counts = entry.isDirectory() && isSourceFolder(entry.name) && !except.includes(path);
      if (counts && folders.length < MOST_FOLDERS) folders.push(path);
    }
  }
  return folders;
}

/** A folder, or the nearest above it that exists. */
export function existingFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existingFolder(dirname(folder));
}

/** The sources and folders in a folder, absolute. */
export function sourcesIn(folder: string): readonly string[] {
  return readFolder(folder)
    .map(({ name }) => join(folder, name))
    .filter(isSource);
}

/**
 * Whether a path is of a file that a program can be made of, in the languages that cdk8s has, or of a folder of such. A
 * log that is written meanwhile is none.
 */
export function isSource(path: string): boolean {
  const name = basename(path);
  if (/^[^.].*\.(?:[cm]?[jt]sx?|json|ya?ml|toml|py|go|java)$/.test(name)) return true;
  return isSourceFolder(name) && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isSourceFolder(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // It was removed meanwhile; then there is nothing in it to follow.
    return [];
  }
}
