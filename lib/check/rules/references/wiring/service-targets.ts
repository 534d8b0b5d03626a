import { objectField, textMapField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { type CheckContext } from '../../../rule-context';
import { type PodPort } from '../network/is-among-ports';
import { selectedPods } from '../selection/selected-pods';
import { targetPorts } from './target-ports';

/** A pod of a Service, and the ports of it that are asked. */
export interface ServiceTarget {
  readonly pod: PodSource;
  /** Undefined where any may be. */
  readonly ports: readonly PodPort[] | undefined;
}

/** The pods that answer a port of a Service, or any of its ports; those that have no such port are left out. */
export function serviceTargets(
  service: ObjectEntry,
  port: number | undefined,
  { once }: CheckContext,
): readonly ServiceTarget[] {
  return once(targets)(service, port);
}

/** Many ask one Service. */
function targets({
  set,
}: CheckContext): (service: ObjectEntry, port: number | undefined) => readonly ServiceTarget[] {
  const known = new Map<string, readonly ServiceTarget[]>();
  return (service, port) => {
    const at = `${service.position} ${port ?? ''}`;
    let found = known.get(at);
    if (found === undefined) {
      const selector = textMapField(objectField(service.object, 'spec'), 'selector');
      const pods = Object.keys(selector).length === 0 ? [] : selectedPods(set, service.namespace, selector);
      found = pods.flatMap((pod) => {
        const ports = targetPorts(service.object, port, pod);
        return ports?.length === 0 ? [] : { pod, ports };
      });
      known.set(at, found);
    }
    return found;
  };
}
