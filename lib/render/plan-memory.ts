import { type Manifest } from '../model/manifest';

interface WrittenFile {
  readonly objects: readonly Manifest[];
  readonly bytes: Uint8Array;
}

/**
 * The files of the last plan, for the next one in this process: a file of the very same objects has the same bytes,
 * and is given them again themselves. For whoever makes plans of objects that it never changes.
 */
export class PlanMemory {
  #last: ReadonlyMap<string, WrittenFile> = new Map();
  #next = new Map<string, WrittenFile>();

  /** The bytes of a file if it held these objects in this order. */
  recall(path: string, objects: readonly Manifest[]): Uint8Array | undefined {
    const known = this.#last.get(path);
    if (known?.objects.length !== objects.length) return undefined;
    return objects.every((object, at) => object === known.objects[at]) ? known.bytes : undefined;
  }

  remember(path: string, objects: readonly Manifest[], bytes: Uint8Array): void {
    this.#next.set(path, { objects, bytes });
  }

  /** To be told when a plan is made: it is the last one from then on. */
  complete(): void {
    this.#last = this.#next;
    this.#next = new Map();
  }
}
