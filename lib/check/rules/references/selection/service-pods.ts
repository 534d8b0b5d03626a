import { objectField, textField, textMapField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { type CheckContext } from '../../../rule-context';
import { selectedPods } from './selected-pods';

/**
 * The pods that a Service of the set sends to; undefined where it selects none by intention: without a selector somebody
 * else sees to its endpoints, and an ExternalName has none.
 */
export function servicePods(service: ObjectEntry, { once }: CheckContext): readonly PodSource[] | undefined {
  return once(podsByService)(service);
}

function podsByService({ set }: CheckContext): (service: ObjectEntry) => readonly PodSource[] | undefined {
  return oncePer(({ object, namespace }) => {
    const spec = objectField(object, 'spec');
    const selector = textMapField(spec, 'selector');
    if (Object.keys(selector).length === 0 || textField(spec, 'type') === 'ExternalName') return undefined;
    return selectedPods(set, namespace, selector);
  });
}
