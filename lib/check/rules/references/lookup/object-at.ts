import { isJsonObject, listField, objectField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';

/** The object that fields lead to, one in the other: `objectAt(secret, 'spec', 'target')`. */
export function objectAt(
  object: JsonObject | undefined,
  ...fields: readonly string[]
): JsonObject | undefined {
  return fields.reduce<JsonObject | undefined>(objectField, object);
}

/** The items of a list that are objects. */
export function objectsIn(object: JsonObject | undefined, field: string): readonly JsonObject[] {
  return listField(object, field).filter(isJsonObject);
}
