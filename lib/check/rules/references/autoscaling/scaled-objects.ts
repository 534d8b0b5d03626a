import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { scaledObject } from './scale-target';

/** The autoscalers of each object of the set that has any, in the order of the set. For `once`. */
export function scaledObjects(context: CheckContext): ReadonlyMap<ObjectEntry, readonly ObjectEntry[]> {
  const scaled = new Map<ObjectEntry, ObjectEntry[]>();
  for (const autoscaler of context.set.ofKind('autoscaling', 'HorizontalPodAutoscaler')) {
    const target = scaledObject(autoscaler, context);
    if (target === undefined) continue;
    const own = scaled.get(target);
    if (own === undefined) scaled.set(target, [autoscaler]);
    else own.push(autoscaler);
  }
  return scaled;
}
