import { isJsonList } from '../../model/json-object';
import { type JsonValue } from '../../model/json-value';

/** Longer texts say no more. */
const LONGEST = 60;

/** The value as one may write it in YAML, cut where it is long: `"a"`, `3`, `[1, 2]`, `{ port: 80 }`. */
export function showValue(value: JsonValue): string {
  const text = flow(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}

/** A scalar as one would write it in YAML: text without quotes where it stays text. */
export function writeValue(value: JsonValue): string {
  const plain = typeof value === 'string' && /^[A-Za-z][\w./-]*$/.test(value) && !YAML_WORD.test(value);
  return plain ? value : showValue(value);
}

/** What YAML 1.1 reads as something else than text. */
const YAML_WORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** What it is: `text`, `a number`, `a list`. */
export function describeType(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a number';
  if (typeof value === 'boolean') return `the boolean ${String(value)}`;
  return isJsonList(value) ? 'a list' : 'a map';
}

/** Whether all of it is shown by {@link showValue}. */
export function isShown(value: JsonValue): boolean {
  return flow(value).length <= LONGEST;
}

/** The value, or as much of it as makes more than {@link LONGEST} characters: values may be large, and deep. */
function flow(value: JsonValue, before = ''): string {
  if (before.length > LONGEST) return before;
  if (typeof value === 'string') return before + JSON.stringify(value.slice(0, LONGEST + 1));
  if (typeof value !== 'object' || value === null) return before + String(value);
  const inList = isJsonList(value);
  const keys = inList ? value.keys() : Object.keys(value);
  let text = before + (inList ? '[' : '{');
  let first = true;
  for (const key of keys) {
    if (text.length > LONGEST) return text;
    text += first ? (inList ? '' : ' ') : ', ';
    first = false;
    if (typeof key === 'string') text += `${plainKey(key)}: `;
    text = flow((value as Readonly<Record<string | number, JsonValue>>)[key] ?? null, text);
  }
  return text + (inList ? ']' : first ? '}' : ' }');
}

function plainKey(key: string): string {
  return /^[A-Za-z][\w./-]*$/.test(key) ? key : JSON.stringify(key);
}
