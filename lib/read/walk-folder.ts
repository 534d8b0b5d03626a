import { type Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code';

/** What is found on the way through folders. */
export interface WalkHandlers {
  /** Whether a folder is gone into. */
  readonly enters: (name: string) => boolean;
  readonly onFile: (path: string) => void;
  /** A folder that cannot be read, or a link that leads nowhere. */
  readonly onError: (path: string, error: unknown) => void;
}

/**
 * Goes through a folder and those in it, each in the order of its names by code unit. Links are
 * followed; a folder that has been on the way is not gone into again, so that links may form circles.
 */
export async function walkFolder(folder: string, handlers: WalkHandlers): Promise<void> {
  const walk = async (path: string, above: ReadonlySet<string>): Promise<void> => {
    let entries: Dirent[];
    let real: string;
    try {
      real = await realpath(path);
      if (above.has(real)) return;
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      handlers.onError(path, error);
      return;
    }
    const here = new Set(above).add(real);
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const entry of entries) {
      const child = join(path, entry.name);
      switch (await typeOf(entry, child)) {
        case 'folder':
          if (handlers.enters(entry.name)) await walk(child, here);
          break;
        case 'file':
          handlers.onFile(child);
          break;
        case 'broken':
          handlers.onError(child, undefined);
          break;
        case 'other':
          break;
      }
    }
  };
  await walk(folder, new Set());
}

async function typeOf(entry: Dirent, path: string): Promise<'folder' | 'file' | 'broken' | 'other'> {
  if (!entry.isSymbolicLink()) return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
  try {
    const target = await stat(path);
    return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'other';
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return 'broken';
  }
}
