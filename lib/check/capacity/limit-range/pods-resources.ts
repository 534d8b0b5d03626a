import { type ObjectEntry } from '../../../model/object-entry';
import { type JsonObject } from '../../../model/json-value';
import { oncePer } from '../../../model/once-per';
import { type CheckContext } from '../../rule-context';
import { type LimitRangeEntry, namespaceLimits } from './namespace-limits';
import { type PodResources, podResources } from './pod-resources';

/** The resources of the pods of an object, with the defaults of its namespace. Asked for again, they are not made again. */
export function podsResources(entry: ObjectEntry, spec: JsonObject, context: CheckContext): PodResources {
  const made = context.once(madeResources);
  let resources = made.get(entry);
  if (resources === undefined) {
    const limitRanges = context.once(namespaceLimits).get(entry.namespace) ?? NONE;
    resources = podResources(spec, itemsOf(limitRanges), context.target);
    made.set(entry, resources);
  }
  return resources;
}

const NONE: readonly LimitRangeEntry[] = [];

const itemsOf = oncePer((limitRanges: readonly LimitRangeEntry[]) => limitRanges.map(({ items }) => items));

function madeResources(): Map<ObjectEntry, PodResources> {
  return new Map();
}
