import { groupBy } from '../../../../model/group-by';
import { isJsonObject } from '../../../../model/json-object';
import { type JsonValue } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';

/** The object that was not there before, and is the same as one that is gone but for its name. */
export function successorOf(gone: ObjectEntry, { once }: CheckContext): ObjectEntry | undefined {
  return once(newByContent).get(contentOf(gone))?.[0];
}

function newByContent({ set, baseline }: CheckContext): ReadonlyMap<string, readonly ObjectEntry[]> {
  const added = set.entries.filter(
    ({ group, kind, namespace, name }) => baseline?.find(group, kind, namespace, name) === undefined,
  );
  return groupBy(added, contentOf);
}

function contentOf({ group, kind, namespace, object: { spec = null } }: ObjectEntry): string {
  return [group, kind, namespace, JSON.stringify(sorted(spec))].join('\n');
}

/** With the keys of every map in order, so that what is the same has the same text. */
function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] ?? null)]),
  );
}
