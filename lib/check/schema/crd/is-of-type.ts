import { isJsonObject } from '../../../model/json-object';
import { type JsonValue } from '../../../model/json-value';

/** Whether a value is of a type of JSON schema; any value is of a type that is none. */
export function isOfType(type: string, value: JsonValue): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'number':
      return typeof value === type;
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    default:
      return true;
  }
}
