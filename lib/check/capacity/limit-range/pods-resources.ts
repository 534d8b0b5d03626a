import { type ObjectEntry } from '../../../model/object-entry';
import { type JsonObject } from '../../../model/json-value';
import { type CheckContext } from '../../rule-context';
import { namespaceLimits } from './namespace-limits';
import { type PodResources, podResources } from './pod-resources';

/** The resources of the pods of an object, with the defaults of its namespace. Asked for again, they are not made again. */
export function podsResources(entry: ObjectEntry, spec: JsonObject, context: CheckContext): PodResources {
  const made = context.once(madeResources);
  let resources = made.get(entry);
  if (resources === undefined) {
    const limitRanges = context.once(namespaceLimits).get(entry.namespace) ?? [];
    resources = podResources(
      spec,
      limitRanges.map(({ items }) => items),
      context.target,
    );
    made.set(entry, resources);
  }
  return resources;
}

function madeResources(): Map<ObjectEntry, PodResources> {
  return new Map();
}
