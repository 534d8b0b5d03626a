import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** What a file holds, as far as it matters whether it still does. */
export interface FileState {
  /** In milliseconds since 1970. */
  readonly modified: number;
  readonly size: number;
  readonly inode: number;
  /** A digest; of a folder, which one it is. */
  readonly content: string;
}

/**
 * The present state of a file; undefined if there is none, or none that can be read.
 * @param before - an earlier state: a file that looks as then is not read again
 */
export function stateOf(file: string, before?: FileState): FileState | undefined {
  try {
    const stat = statSync(file);
    const { mtimeMs: modified, size, ino: inode } = stat;
    if (before?.modified === modified && before.size === size && before.inode === inode) return before;
    const content = stat.isDirectory()
      ? `folder ${inode}`
      : createHash('sha1').update(readFileSync(file)).digest('base64');
    return { modified, size, inode, content };
  } catch {
    return undefined;
  }
}
