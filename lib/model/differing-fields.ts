import { isJsonList, isJsonObject } from './json-object';
import { type JsonObject, type JsonValue } from './json-value';

/** The ways to the fields in which two objects differ, as names from the root; lists are compared as wholes. */
export function differingFields(left: JsonObject, right: JsonObject): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  compare(left, right, [], found);
  return found;
}

function compare(
  left: JsonObject,
  right: JsonObject,
  way: readonly string[],
  found: (readonly string[])[],
): void {
  for (const field of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const a = Object.hasOwn(left, field) ? left[field] : undefined;
    const b = Object.hasOwn(right, field) ? right[field] : undefined;
    const at = [...way, field];
    if (isJsonObject(a) && isJsonObject(b)) compare(a, b, at, found);
    else if (!isSame(a, b)) found.push(at);
  }
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (isJsonList(a) && isJsonList(b))
    return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}
