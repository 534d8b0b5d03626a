import { listField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';

/** The texts in a list. */
export function texts(object: JsonObject | undefined, field: string): readonly string[] {
  return listField(object, field).filter((item): item is string => typeof item === 'string');
}
