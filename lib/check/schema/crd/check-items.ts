import { isJsonObject } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { type ProblemLog } from '../problem-log';
import { isShown, showValue } from '../show-value';
import { jsonKey } from './same-json';
import { textList } from './structural-schema';

/**
 * Reports items that are there twice in a list of the type `set` or `map`.
 *
 * Upstream: `ValidateListSetsAndMaps`, apiextensions-apiserver, pkg/apiserver/schema/listtype/validation.go.
 */
export function checkItems(log: ProblemLog, schema: JsonObject, items: readonly JsonValue[]): void {
  const type = schema['x-kubernetes-list-type'];
  if (items.length < 2 || (type !== 'set' && type !== 'map')) return;
  const names = type === 'map' ? textList(schema['x-kubernetes-list-map-keys']) : [];
  const seen = new Map<string, number>();
  items.forEach((item, index) => {
    const identity = type === 'set' ? item : keysOf(names, item, schema);
    const key = jsonKey(identity);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      return;
    }
    const shown = isShown(identity) ? `\`${showValue(identity)}\`` : 'the same value';
    log.add(
      'duplicate-item',
      {
        says: `has ${shown} twice in \`${log.where()}\``,
        label: `${log.where(index)} is the same as ${log.where(first)}`,
        notes: [
          type === 'set'
            ? 'the list is a set (`x-kubernetes-list-type`)'
            : `its items are told apart by ${names.map((name) => `\`${name}\``).join(' and ')} (\`x-kubernetes-list-map-keys\`)`,
        ],
        help: [`remove \`${log.where(first)}\` or \`${log.where(index)}\``],
      },
      index,
    );
  });
}

/** The fields that tell an item from others; what is left out has its default. */
function keysOf(names: readonly string[], item: JsonValue, schema: JsonObject): JsonValue {
  const fields = isJsonObject(item) ? item : {};
  const entries = names.flatMap((name): [string, JsonValue][] => {
    const value = fields[name] ?? presetOf(schema, name);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function presetOf({ items }: JsonObject, name: string): JsonValue | undefined {
  if (!isJsonObject(items) || !isJsonObject(items.properties)) return undefined;
  const field = items.properties[name];
  return isJsonObject(field) ? field.default : undefined;
}
