import { listField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { objectsIn } from './object-at';

/** What in an argument may be the name of an object. */
const NAMES = /[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/g;
/** A script is no list of names. */
const LONGEST_ARGUMENT = 300;

/** The workload of the namespace one of whose containers is given that name as an argument: `--secret-name=web-tls`. */
export function givenAsArgument(
  namespace: string,
  name: string,
  { once }: CheckContext,
): ObjectEntry | undefined {
  return once(argumentNames).get(namespace)?.get(name);
}

function argumentNames({ set }: CheckContext): ReadonlyMap<string, ReadonlyMap<string, ObjectEntry>> {
  const names = new Map<string, Map<string, ObjectEntry>>();
  for (const { entry, template } of set.pods()) {
    let own = names.get(entry.namespace);
    if (own === undefined) names.set(entry.namespace, (own = new Map<string, ObjectEntry>()));
    for (const field of ['initContainers', 'containers']) {
      for (const container of objectsIn(template.spec, field)) {
        for (const argument of [...listField(container, 'command'), ...listField(container, 'args')]) {
          if (typeof argument !== 'string' || argument.length > LONGEST_ARGUMENT) continue;
          for (const [name] of argument.matchAll(NAMES)) if (!own.has(name)) own.set(name, entry);
        }
      }
    }
  }
  return names;
}
