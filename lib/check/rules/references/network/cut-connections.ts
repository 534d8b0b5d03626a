import { type CheckContext } from '../../../rule-context';
import { type Connection } from '../wiring/connections';
import { type ServiceTarget } from '../wiring/service-targets';
import { isAmongPorts } from './is-among-ports';
import { isolatingPolicies } from './isolating-policies';
import { mayBePeer } from './may-be-peer';
import { mayPass, type NearestRule, nearestRule, type Traffic } from './nearest-rule';
import { mayHaveOtherPolicies } from './other-policies';
import { type PolicyGroup } from './policy-group';

/** A connection that no policy lets out, or none lets in. */
export interface CutConnection extends NearestRule {
  readonly connection: Connection;
  readonly direction: Traffic['direction'];
  /** The first pods that would be asked. */
  readonly target: ServiceTarget;
}

/** How the policies of the set cut a connection, to whichever of its pods: for what they leave open in one of them, not at all. */
export function cutsOf(connection: Connection, context: CheckContext): readonly CutConnection[] {
  const { targets } = connection;
  const [target] = targets;
  if (target === undefined) return [];
  return (['egress', 'ingress'] as const).flatMap((direction) => {
    const isCut = targets.every((each) => {
      const { groups, traffic } = wayOf(connection, each, direction, context);
      return !mayPass(groups, traffic);
    });
    if (!isCut) return [];
    const { groups, traffic } = wayOf(connection, target, direction, context);
    if (mayHaveOtherPolicies(traffic.judged.namespace, context)) return [];
    const near = nearestRule(groups, traffic);
    return near === undefined ? [] : { ...near, connection, direction, target };
  });
}

interface Way {
  readonly groups: readonly PolicyGroup[];
  readonly traffic: Traffic;
}

function wayOf(
  { source }: Connection,
  { pod, ports, portKey }: ServiceTarget,
  direction: Traffic['direction'],
  context: CheckContext,
): Way {
  const [judged, other] = direction === 'egress' ? [source, pod] : [pod, source];
  return {
    groups: isolatingPolicies(judged, direction, context),
    traffic: {
      direction,
      judged: judged.entry,
      find: (group, isAsked) => group.findFor(judged.entry, other, isAsked),
      isPeer: (peer, policy) => mayBePeer(peer, policy, other, context),
      // Ports are those of the pod that is asked, in either direction.
      isPort: (written) => ports === undefined || ports.some((port) => isAmongPorts(written, port, pod)),
      portKey,
    },
  };
}
