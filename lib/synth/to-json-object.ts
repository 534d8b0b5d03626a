import { type IConstruct } from 'constructs';

import { type JsonObject, type JsonValue } from '../model/json-value';
import { SynthError } from './synth-error';

/** As deep as a value may be before it is looked at for cycles. */
const DEEP = 100;

/**
 * Makes sure that what a construct's `toJson` gave is JSON. Undefined (what cdk8s makes of a null
 * in a list) becomes null, as in the YAML of cdk8s; a value without undefined is handed back as
 * it is.
 *
 * @throws SynthError that names the construct and the property, for a function, a symbol, a
 * class instance, a cycle, an integer past what a number holds, or when it is no object at all
 */
export function toJsonObject(value: unknown, construct: IConstruct): JsonObject {
  return isJsonObject(value) && isJson(value, 0) ? value : convertToJson(value, construct);
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The common case, without the means to say where a fault is. False where it is in doubt. */
function isJson(value: unknown, depth: number): boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return true;
  if (typeof value !== 'object') return false;
  if (value === null) return true;
  if (depth > DEEP) return false;
  if (Array.isArray(value)) {
    // Not `every`, which passes over holes.
    for (const item of value) if (!isJson(item, depth + 1)) return false;
    return true;
  }
  if (!isPlain(value)) return false;
  // A plain object has no keys but its own, unless someone gave every object some: then it is in doubt.
  for (const key in value) if (!isJson((value as JsonObject)[key], depth + 1)) return false;
  return true;
}

function convertToJson(value: unknown, construct: IConstruct): JsonObject {
  const keys: (string | number)[] = [];
  const open = new Set<object>();

  const fail = (what: string): never => {
    const place = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
    throw new SynthError(
      `Failed serializing construct at path '${construct.node.path}': ` +
        `${place === '' ? 'its toJson()' : place.replace(/^\./, '')} is ${what}; expected plain JSON data`,
      [construct],
    );
  };

  const convertObject = (object: object): JsonValue => {
    if (open.has(object)) fail('part of itself');
    open.add(object);
    const result = Array.isArray(object)
      ? convertList(object)
      : convertMap(object as Readonly<Record<string, unknown>>);
    open.delete(object);
    return result;
  };
  const convertList = (list: readonly unknown[]): readonly JsonValue[] => {
    let copy: JsonValue[] | undefined;
    // By index: `map` and its kin pass over holes.
    for (let i = 0; i < list.length; i++) {
      keys.push(i);
      const item = convert(list[i]);
      keys.pop();
      if (copy === undefined && item !== list[i]) copy = list.slice(0, i) as JsonValue[];
      copy?.push(item);
    }
    return copy ?? (list as readonly JsonValue[]);
  };
  const convertMap = (map: Readonly<Record<string, unknown>>): JsonObject => {
    if (!isPlain(map)) fail(`an instance of ${map.constructor.name}`);
    let changed: [string, JsonValue][] | undefined;
    for (const key of Object.keys(map)) {
      keys.push(key);
      const value = convert(map[key]);
      keys.pop();
      if (value !== map[key]) (changed ??= []).push([key, value]);
    }
    return (changed === undefined ? map : { ...map, ...Object.fromEntries(changed) }) as JsonObject;
  };
  const convert = (json: unknown): JsonValue => {
    switch (typeof json) {
      case 'string':
      case 'number':
      case 'boolean':
        return json;
      case 'undefined':
        return null;
      case 'object':
        return json === null ? null : convertObject(json);
      case 'bigint':
        return Number.isSafeInteger(Number(json)) ? Number(json) : fail(`the integer ${json}`);
      case 'function':
      case 'symbol':
        return fail(`a ${typeof json}`);
    }
  };

  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('no object');
  return convertObject(value) as JsonObject;
}

/** Also for an object of another realm, as a test runner makes them. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
