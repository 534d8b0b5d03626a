import { type JsonObject } from '../model/json-value';
import { type RenderedApiObject } from './render-api-object';

/** What became of an API object in the last run. Nothing of it was changed since. */
export interface RememberedObject {
  /** Its class. */
  readonly prototype: object;
  readonly data: RenderedApiObject['data'];
  /** What `toJson` of the base class gave. */
  readonly own: unknown;
  /** What its own `toJson` gave, as JSON. */
  readonly object: JsonObject;
}

/**
 * What became of the API objects of one app, for the next run of the same program in this process. An object that
 * comes out the same is then given again itself, so that whoever has worked on it before knows it by identity.
 *
 * @example
 * ```ts
 * const memory = new CollectMemory();
 * const before = collect(firstApp, memory);
 * const after = collect(secondApp, memory);
 * before.charts[0]?.objects[0]?.object === after.charts[0]?.objects[0]?.object; // true if they are equal
 * ```
 */
export class CollectMemory {
  #last: ReadonlyMap<string, RememberedObject> = new Map();
  #next = new Map<string, RememberedObject>();

  /** To be told when a run begins. What one left that failed is forgotten. */
  start(): void {
    this.#next = new Map();
  }

  recall(path: string): RememberedObject | undefined {
    return this.#last.get(path);
  }

  remember(path: string, remembered: RememberedObject): void {
    this.#next.set(path, remembered);
  }

  /** To be told when a run went well: from then on it is the last one. */
  complete(): void {
    this.#last = this.#next;
  }
}
