import { isJsonList, isJsonObject } from '../../../model/json-object';
import { type JsonValue } from '../../../model/json-value';

/** Whether Go takes two values for the same (equality.Semantic of apimachinery): nothing and empty are alike. */
export function sameValue(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  const [left, right] = [a ?? undefined, b ?? undefined];
  if (left === undefined || right === undefined) return isNothing(left) && isNothing(right);
  if (isJsonList(left) && isJsonList(right)) {
    return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
  }
  if (isJsonObject(left) && isJsonObject(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => sameValue(left[key], right[key]));
  }
  return left === right;
}

function isNothing(value: JsonValue | undefined): boolean {
  return (
    value === undefined ||
    value === '' ||
    value === 0 ||
    value === false ||
    (isJsonList(value) && value.length === 0)
  );
}
