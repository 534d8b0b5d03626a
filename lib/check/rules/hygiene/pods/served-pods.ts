import { objectField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { servicePods } from '../../references/selection/service-pods';

/** Workloads by the first Service of the set that sends traffic to their pods, once those are ready. */
export function servedPods(context: CheckContext): ReadonlyMap<ObjectEntry, ObjectEntry> {
  const served = new Map<ObjectEntry, ObjectEntry>();
  for (const service of context.set.ofKind('', 'Service')) {
    if (objectField(service.object, 'spec')?.publishNotReadyAddresses === true) continue;
    for (const { entry } of servicePods(service, context) ?? []) {
      if (!served.has(entry)) served.set(entry, service);
    }
  }
  return served;
}
