import { isJsonObject } from '../../../model/json-object';
import { type JsonValue } from '../../../model/json-value';

/** A text that is the same for the same values, whatever the order of their fields. */
export function jsonKey(value: JsonValue): string {
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(jsonKey).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${jsonKey(value[name] ?? null)}`).join(',')}}`;
}
