import { isJsonList, isJsonObject } from '../../model/json-object';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import { type FieldChange } from './field-change';

/** What tells the items of a list apart, the first that fits. Kubernetes merges most of them by these keys. */
const LIST_KEYS: readonly (readonly string[])[] = [
  ['name'],
  ['mountPath'],
  ['devicePath'],
  ['port', 'protocol'],
  ['containerPort', 'protocol'],
  ['key', 'path'],
  ['key'],
  ['path'],
  ['host'],
  ['ip'],
  ['topologyKey'],
  ['type'],
  ['kind', 'name'],
];

/** All fields in which two values differ, in the order of the new one. Map keys that are gone come last. */
export function diffFields(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  compare(before, after, [], '', changes);
  return changes;
}

function compare(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  tokens: readonly string[],
  path: string,
  changes: FieldChange[],
): void {
  if (before === after) return;
  if (isJsonObject(before) && isJsonObject(after)) {
    for (const key of unionKeys(before, after)) {
      compare(own(before, key), own(after, key), [...tokens, key], fieldPath(path, key), changes);
    }
    return;
  }
  if (isJsonList(before) && isJsonList(after)) {
    compareLists(before, after, tokens, path, changes);
    return;
  }
  changes.push({
    path,
    tokens,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  });
}

function compareLists(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  tokens: readonly string[],
  path: string,
  changes: FieldChange[],
): void {
  const keyed = LIST_KEYS.find((fields) => hasUniqueKeys(before, fields) && hasUniqueKeys(after, fields));
  if (keyed === undefined) {
    if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ path, tokens, before, after });
    return;
  }
  const old = new Map(before.map((item) => [keyOf(item, keyed), item]));
  const next = new Map(after.map((item) => [keyOf(item, keyed), item]));
  const found = changes.length;
  for (const key of new Set([...next.keys(), ...old.keys()])) {
    compare(old.get(key), next.get(key), [...tokens, key], `${path}[${key}]`, changes);
  }
  // The order of a list can matter: of environment variables and init containers it does.
  if (changes.length === found && [...old.keys()].join('\n') !== [...next.keys()].join('\n')) {
    changes.push({ path, tokens, before: [...old.keys()], after: [...next.keys()] });
  }
}

function hasUniqueKeys(list: readonly JsonValue[], fields: readonly string[]): boolean {
  const [first = ''] = fields;
  const keys = list.map((item) =>
    isJsonObject(item) && own(item, first) !== undefined ? keyOf(item, fields) : undefined,
  );
  return !keys.includes(undefined) && new Set(keys).size === keys.length;
}

function keyOf(item: JsonValue, fields: readonly string[]): string {
  if (!isJsonObject(item)) return '';
  return fields
    .map((field) => own(item, field))
    .filter((value) => value !== undefined)
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
    .join('/');
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function unionKeys(before: JsonObject, after: JsonObject): Set<string> {
  return new Set([...Object.keys(after), ...Object.keys(before)]);
}

function fieldPath(path: string, key: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}['${key}']`;
  return path === '' ? key : `${path}.${key}`;
}
