import { type CheckContext } from '../../../rule-context';
import { isOnHostNetwork } from '../wiring/connections';
import { type ServiceTarget, serviceTargets } from '../wiring/service-targets';
import { type Entrance, entrances } from './entrances';
import { isAmongPorts } from './is-among-ports';
import { isolatingPolicies } from './isolating-policies';
import { mayBeOutsider } from './may-be-outsider';
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
    const targets = serviceTargets(service, port, context);
    const ways = targets.map(({ pod, ports }) => ({
      policies: isolatingPolicies(pod, 'ingress', context),
      traffic: {
        direction: 'ingress',
        isPeer: (peer, policy) => mayBeOutsider(peer, policy, by, context),
        isPort: (written) => ports === undefined || ports.some((each) => isAmongPorts(written, each, pod)),
      } satisfies Traffic,
    }));
    const [target] = targets;
    const [way] = ways;
    if (target === undefined || way === undefined || targets.some(({ pod }) => isOnHostNetwork(pod)))
      return [];
    if (ways.some(({ policies, traffic }) => mayPass(policies, traffic))) return [];
    if (mayHaveOtherPolicies(service.namespace, context)) return [];
    const near = nearestRule(way.policies, way.traffic);
    return near === undefined ? [] : { ...near, entrance, target };
  });
}
