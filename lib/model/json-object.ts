import { type JsonObject, type JsonValue } from './json-value';

/** Whether it is a JSON object: not null, and no array. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a JSON array. `Array.isArray` does not narrow readonly arrays. */
export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The field as an object; undefined when it is absent or something else. */
export function objectField(object: JsonObject | undefined, field: string): JsonObject | undefined {
  const value = object?.[field];
  // As `ownField` has it: of all that an object inherits only `__proto__` is an object.
  if (!isJsonObject(value) || (field === '__proto__' && !Object.hasOwn(object ?? {}, field)))
    return undefined;
  return value;
}

/** The field as a text that is not empty; undefined when it is absent, empty or something else. */
export function textField(object: JsonObject | undefined, field: string): string | undefined {
  // Nothing that an object inherits is a text.
  const value = object?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The items of a field that is a list; none when it is absent or something else. */
export function listField(object: JsonObject | undefined, field: string): readonly JsonValue[] {
  // Nothing that an object inherits is a list.
  const value = object?.[field];
  return isJsonList(value) ? value : NO_ITEMS;
}

/** The entries of a field whose values are texts, such as labels. Other entries are left out. */
export function textMapField(
  object: JsonObject | undefined,
  field: string,
): Readonly<Record<string, string>> {
  const map = objectField(object, field);
  if (map === undefined) return NONE;
  if (hasOnlyTexts(map)) return map as Record<string, string>;
  const texts = Object.entries(map).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

const NONE: Readonly<Record<string, string>> = Object.freeze({});
const NO_ITEMS: readonly JsonValue[] = Object.freeze([]);

function hasOnlyTexts(map: JsonObject): boolean {
  for (const key in map) {
    if (typeof map[key] !== 'string') return false;
  }
  return true;
}

/** The value of a field; undefined when it is absent, whatever the object inherits. */
export function ownField(object: JsonObject | undefined, field: string): JsonValue | undefined {
  if (object === undefined) return undefined;
  const value: unknown = object[field];
  // `Object.hasOwn` costs ten times as much. All that a JSON object inherits are functions, which JSON has none of, and
  // `__proto__`.
  if (typeof value === 'function' || field === '__proto__') {
    return Object.hasOwn(object, field) ? object[field] : undefined;
  }
  return value as JsonValue | undefined;
}
