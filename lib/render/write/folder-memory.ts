import { type Stats } from 'node:fs';

/** A file that was changed less than this before it was looked at may change again without a trace in its times. */
const SETTLED_AFTER_MS = 2000;

interface SeenFile {
  readonly bytes: Uint8Array;
  readonly stats: Stats;
  readonly isSettled: boolean;
}

/**
 * What files of an output folder held when they were compared last, for the next comparison in this process: a file
 * that was not touched since need not be read again.
 */
export class FolderMemory {
  readonly #seen = new Map<string, SeenFile>();
  readonly #hashes = new WeakMap<Uint8Array, string>();

  /** Whether a file holds these very bytes for sure. */
  holds(file: string, bytes: Uint8Array, now: Stats): boolean {
    const seen = this.#seen.get(file);
    if (seen?.bytes !== bytes || !seen.isSettled) return false;
    const { stats } = seen;
    return (
      stats.ctimeMs === now.ctimeMs &&
      stats.mtimeMs === now.mtimeMs &&
      stats.size === now.size &&
      stats.ino === now.ino &&
      stats.dev === now.dev
    );
  }

  /** Whether a file held other bytes than these when it was compared last. */
  heldOther(file: string, bytes: Uint8Array): boolean {
    const seen = this.#seen.get(file);
    return seen !== undefined && seen.bytes !== bytes;
  }

  /** To be told of a file that was found to hold these bytes. @param stats from before it was read */
  note(file: string, bytes: Uint8Array, stats: Stats): void {
    const isSettled = Date.now() - Math.max(stats.ctimeMs, stats.mtimeMs) > SETTLED_AFTER_MS;
    this.#seen.set(file, { bytes, stats, isSettled });
  }

  /** The hash of the bytes of a plan, which nobody changes. */
  hashOf(bytes: Uint8Array, hash: (bytes: Uint8Array) => string): string {
    let known = this.#hashes.get(bytes);
    if (known === undefined) this.#hashes.set(bytes, (known = hash(bytes)));
    return known;
  }
}
