import { isJsonObject } from '../json-object';
import { type JsonObject, type JsonValue } from '../json-value';
import { sameMeaning } from '../same-meaning';
import { type ImmutableRule } from './immutable-rule';

export const REPLACE = 'delete the object and apply it anew';
export const RENAME = 'give the new version a name of its own';

/** The value at a way of fields; undefined where there is none. */
export function valueAt(object: JsonObject, way: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = object;
  for (const field of way) {
    if (!isJsonObject(value) || !Object.hasOwn(value, field)) return undefined;
    value = value[field];
  }
  return value;
}

/** Whether both say the same of a field, be it by leaving it to its default. */
export function sameBut(fallback: JsonValue | undefined, ...way: readonly string[]) {
  return (before: JsonObject, after: JsonObject): boolean =>
    sameMeaning(valueAt(before, way) ?? fallback, valueAt(after, way) ?? fallback);
}

/**
 * A rule for each of some fields of the object that can only be set when it is made: names with dots, and the default
 * that the server writes where one is left out.
 */
export function fixed(
  fields: readonly (string | readonly [field: string, fallback: JsonValue])[],
  help = REPLACE,
): readonly ImmutableRule[] {
  return fields.map((each) => {
    const [field, fallback] = typeof each === 'string' ? [each, undefined] : each;
    const way = field.split('.');
    return { fields: way, reason: `${field} is immutable`, help, accepts: sameBut(fallback, ...way) };
  });
}
