import { isJsonList, isJsonObject, objectField } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';

/**
 * A value with the defaults of its structural schema, which the API server fills in before it validates: what is not
 * written, and `null` where the schema takes none. What needs none is the same value, not a copy.
 *
 * Upstream: apiextensions-apiserver, pkg/apiserver/schema/defaulting/algorithm.go, Default. That does not look into
 * `allOf` and its kin, which may hold no defaults.
 */
export function withDefaults(schema: JsonObject, value: JsonValue): JsonValue {
  if (isJsonList(value)) {
    const { items } = schema;
    if (!isJsonObject(items)) return value;
    const filled = value.map((item) => fill(items, item));
    return filled.some((item, index) => item !== value[index]) ? filled : value;
  }
  return isJsonObject(value) ? withDefaultFields(schema, value) : value;
}

function withDefaultFields(schema: JsonObject, value: JsonObject): JsonObject {
  const properties = objectField(schema, 'properties') ?? {};
  const more = objectField(schema, 'additionalProperties');
  const changed: [name: string, value: JsonValue][] = [];
  for (const [name, child] of Object.entries(value)) {
    const sub = objectField(properties, name) ?? more;
    const filled = sub === undefined ? child : fill(sub, child);
    if (filled !== child) changed.push([name, filled]);
  }
  for (const [name, sub] of Object.entries(properties)) {
    if (Object.hasOwn(value, name) || !isJsonObject(sub) || sub.default === undefined) continue;
    changed.push([name, withDefaults(sub, sub.default)]);
  }
  return changed.length === 0 ? value : Object.fromEntries([...Object.entries(value), ...changed]);
}

function fill(schema: JsonObject, value: JsonValue): JsonValue {
  const replaced = value === null && schema.nullable !== true && schema.default !== undefined;
  return withDefaults(schema, replaced ? (schema.default ?? null) : value);
}
