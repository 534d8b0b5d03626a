import { isJsonList, isJsonObject } from './json-object';
import { type JsonValue } from './json-value';
import { Quantity } from './quantity';

/** Maps whose values are quantities. */
const AMOUNTS: ReadonlySet<string> = new Set(['requests', 'limits', 'capacity']);

/**
 * Whether two values are one to the API server: keys in any order, `1Gi` as 1024Mi in a list of resources, and what is
 * empty or null as what is absent. Upstream: `Semantic.DeepEqual`, k8s.io/apimachinery/pkg/api/equality.
 */
export function sameMeaning(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return same(a, b, false);
}

function same(a: JsonValue | undefined, b: JsonValue | undefined, isAmount: boolean): boolean {
  if (Object.is(a, b) || (isNothing(a) && isNothing(b))) return true;
  if (isJsonList(a) && isJsonList(b))
    return a.length === b.length && a.every((item, i) => same(item, b[i], false));
  if (isJsonObject(a) && isJsonObject(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) =>
      same(own(a, key), own(b, key), AMOUNTS.has(key) || (isAmount && !isJsonObject(own(a, key)))),
    );
  }
  return isAmount && sameQuantity(a, b);
}

function own(object: Readonly<Record<string, JsonValue>>, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isNothing(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  return isJsonList(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}

function sameQuantity(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  const [one, other] = [amountOf(a), amountOf(b)];
  return one !== undefined && other !== undefined && one.equals(other);
}

function amountOf(value: JsonValue | undefined): Quantity | undefined {
  return typeof value === 'string' || typeof value === 'number' ? Quantity.tryParse(value) : undefined;
}
