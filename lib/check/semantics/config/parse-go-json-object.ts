import { isJsonObject } from '../../../model/json-object';
import { type JsonValue } from '../../../model/json-value';

/** Why Go's encoding/json takes a text for no object, as nearly as another parser can tell; undefined when it does. */
export function parseGoJsonObject(text: string): string | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text.trim() === '' ? 'unexpected end of JSON input' : `it is no JSON: ${error.message}`;
  }
  if (value === null || isJsonObject(value)) return undefined;
  const type = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
  return `json: cannot unmarshal ${type} into Go value of type map[string]interface {}`;
}
