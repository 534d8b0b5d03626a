import { type ApiObject } from 'cdk8s';

/**
 * Finds the constructs behind objects that a chart's `toJson` has copied: for each object the
 * next construct of its kind, namespace and name.
 */
export class MakerFinder {
  readonly #list: () => readonly ApiObject[];
  #makers: Map<string, ApiObject[]> | undefined;

  /** @param list called once, when the first copy has to be found */
  constructor(list: () => readonly ApiObject[]) {
    this.#list = list;
  }

  /** The construct that made what `json` is a copy of; undefined when there is none left. */
  find(json: unknown): ApiObject | undefined {
    if (typeof json !== 'object' || json === null) return undefined;
    const { apiVersion, kind, metadata } = json as Readonly<Record<string, unknown>>;
    const { name, namespace } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
    this.#makers ??= byIdentity(this.#list());
    return this.#makers.get(keyOf(apiVersion, kind, namespace, name))?.shift();
  }
}

function byIdentity(apiObjects: readonly ApiObject[]): Map<string, ApiObject[]> {
  const makers = new Map<string, ApiObject[]>();
  for (const apiObject of apiObjects) {
    const { apiVersion, kind, metadata, name } = apiObject;
    const key = keyOf(apiVersion, kind, metadata.namespace, name);
    const known = makers.get(key);
    if (known === undefined) makers.set(key, [apiObject]);
    else known.push(apiObject);
  }
  return makers;
}

function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts.map((part) => (typeof part === 'string' ? part : null)));
}
