/**
 * Makes plain objects, as `{}` does. V8 remembers for `{}` which key follows which, for the whole
 * program; after some 1,500 different first keys (the host table of an Ingress of cdk8s-plus has
 * one for each host) it gives up and makes every further one a slow hash table. Objects made here
 * have a memory of their own.
 */
const PlainObject = function () {
  // Nothing: keys are added by sortedObject.
} as unknown as new () => Record<string, unknown>;
Object.defineProperty(PlainObject, 'prototype', { value: Object.prototype });

/** A plain object with its keys in the order of their code units. */
export function sortedObject(keys: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const object = new PlainObject();
  if (isSorted(keys)) {
    for (let i = 0; i < keys.length; i++) setOwn(object, keys[i] ?? '', values[i]);
    return object;
  }
  const order = keys.map((_, i) => i).sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
  for (const i of order) setOwn(object, keys[i] ?? '', values[i]);
  return object;
}

function isSorted(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return false;
  }
  return true;
}

/** Also for the key that would set the prototype. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
