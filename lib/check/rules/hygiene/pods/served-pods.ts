import { objectField, textField, textMapField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { selectedPods } from '../../references/selection/selected-pods';

/** Workloads by the first Service of the set that sends traffic to their pods, once those are ready. */
export function servedPods({ set }: CheckContext): ReadonlyMap<ObjectEntry, ObjectEntry> {
  const served = new Map<ObjectEntry, ObjectEntry>();
  for (const service of set.ofKind('', 'Service')) {
    const spec = objectField(service.object, 'spec');
    const selector = textMapField(spec, 'selector');
    if (Object.keys(selector).length === 0 || textField(spec, 'type') === 'ExternalName') continue;
    if (spec?.publishNotReadyAddresses === true) continue;
    for (const { entry } of selectedPods(set, service.namespace, selector)) {
      if (!served.has(entry)) served.set(entry, service);
    }
  }
  return served;
}
