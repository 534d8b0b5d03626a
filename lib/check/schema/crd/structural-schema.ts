import { isJsonObject, objectField } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { oncePer } from '../../../model/once-per';

/** The schema of a field or of what `additionalProperties` takes; undefined for what the schema does not have. */
export function propertySchema(schema: JsonObject, name: string): JsonObject | 'anything' | undefined {
  const own = objectField(objectField(schema, 'properties'), name);
  if (own !== undefined) return own;
  const more = schema.additionalProperties;
  if (isJsonObject(more)) return more;
  return more === true ? 'anything' : undefined;
}

/** Names of the fields that it lists. */
export const propertyNames = oncePer(
  (schema: JsonObject): ReadonlySet<string> => new Set(Object.keys(objectField(schema, 'properties') ?? {})),
);

/** The texts of a list. */
export function textList(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The schemas of a list. */
export function schemaList(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}
