import { type CheckContext } from '../../../rule-context';
import { type ServiceTarget, serviceTargets } from '../wiring/service-targets';
import { type Entrance, entrances } from './entrances';
import { isAmongPorts } from './is-among-ports';
import { isolatingPolicies } from './isolating-policies';
import { mayBeAmongPods, mayBeOutsider } from './may-be-outsider';
import { mayPass, type NearestRule, nearestRule, type Traffic } from './nearest-rule';
import { mayHaveOtherPolicies } from './other-policies';

/** An entrance by which no policy lets anybody in. */
export interface CutEntrance extends NearestRule {
  readonly entrance: Entrance;
  readonly target: ServiceTarget;
}

/** The entrances of the set whose pods, all of them, let in nobody who may come by it. */
export function cutEntrances(context: CheckContext): readonly CutEntrance[] {
  return entrances(context).flatMap((entrance) => {
    const { service, port, by } = entrance;
    const { namespace } = service;
    const targets = serviceTargets(service, port, context);
    const [target] = targets;
    if (target === undefined || mayBeAmongPods(namespace, by, context)) return [];
    const isOpen = targets.some((each) =>
      mayPass(isolatingPolicies(each.pod, 'ingress', context), trafficTo(each, by, context)),
    );
    if (isOpen || mayHaveOtherPolicies(namespace, context)) return [];
    const near = nearestRule(
      isolatingPolicies(target.pod, 'ingress', context),
      trafficTo(target, by, context),
    );
    return near === undefined ? [] : { ...near, entrance, target };
  });
}

function trafficTo(
  { pod, ports, portKey }: ServiceTarget,
  by: Entrance['by'],
  context: CheckContext,
): Traffic {
  return {
    direction: 'ingress',
    judged: pod.entry,
    find: (group, isAsked) => group.findOpen(pod.entry, isAsked),
    isPeer: (peer, policy) => mayBeOutsider(peer, policy, by, context),
    isPort: (written) => ports === undefined || ports.some((each) => isAmongPorts(written, each, pod)),
    portKey,
  };
}
