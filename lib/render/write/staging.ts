import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** How all names start that exist in an output folder only while a run writes. */
export const TEMP_PREFIX = '.kubewright-tmp-';

/**
 * A folder within the output folder, and so on the same file system, that takes the new bytes before any old
 * file is touched. Its files have no extension: whoever reads the output folder meanwhile takes none of them
 * for a manifest.
 *
 * Nothing is synced to the disk. A process that is killed loses no write it made; only a machine that loses
 * power may, and what it leaves torn differs from the plan and is rendered anew by the next run.
 */
export class Staging {
  private readonly folder: string;
  private readonly staged: { readonly from: string; readonly to: string }[] = [];

  constructor(root: string) {
    this.folder = path.join(root, `${TEMP_PREFIX}${randomUUID()}`);
    fs.mkdirSync(this.folder);
  }

  /** Writes bytes that {@link commit} puts in their place. */
  add(to: string, bytes: Uint8Array | string): void {
    const from = path.join(this.folder, String(this.staged.length));
    fs.writeFileSync(from, bytes);
    this.staged.push({ from, to });
  }

  /** Moves the staged files into place, each at once, in the order in which they were added. */
  commit(onMoved: (to: string) => void): void {
    let parent = '';
    for (const { from, to } of this.staged.splice(0)) {
      if (path.dirname(to) !== parent) {
        parent = path.dirname(to);
        fs.mkdirSync(parent, { recursive: true });
      }
      fs.renameSync(from, to);
      onMoved(to);
    }
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What runs that were killed have left in an output folder. */
export function leftovers(root: string): string[] {
  return fs
    .readdirSync(root)
    .filter((name) => name.startsWith(TEMP_PREFIX))
    .map((name) => path.join(root, name));
}
