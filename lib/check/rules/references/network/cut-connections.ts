import { type PodSource } from '../../../../model/object-set';
import { type CheckContext } from '../../../rule-context';
import { type Connection, isOnHostNetwork } from '../wiring/connections';
import { isAmongPorts } from './is-among-ports';
import { isolatingPolicies } from './isolating-policies';
import { mayBePeer } from './may-be-peer';
import { mayPass, type NearestRule, nearestRule, type Traffic } from './nearest-rule';
import { mayHaveOtherPolicies } from './other-policies';

/** A connection that no policy lets out, or none lets in. */
export interface CutConnection extends NearestRule {
  readonly connection: Connection;
  readonly direction: Traffic['direction'];
  /** The first pods that would be asked. */
  readonly target: PodSource;
}

/** How the policies of the set cut a connection, to whichever of its pods: for what they leave open in one of them, not at all. */
export function cutsOf(connection: Connection, context: CheckContext): readonly CutConnection[] {
  const { targets } = connection;
  const [first] = targets;
  if (first === undefined || targets.some(({ pod }) => isOnHostNetwork(pod))) return [];
  return (['egress', 'ingress'] as const).flatMap((direction) => {
    const ways = targets.map((target) => wayOf(connection, target, direction, context));
    const isCut = ways.every(({ policies, traffic }) => !mayPass(policies, traffic));
    const [way] = ways;
    if (!isCut || way === undefined || mayHaveOtherPolicies(way.namespace, context)) return [];
    const near = nearestRule(way.policies, way.traffic);
    return near === undefined ? [] : { ...near, connection, direction, target: first.pod };
  });
}

interface Way {
  readonly namespace: string;
  readonly policies: ReturnType<typeof isolatingPolicies>;
  readonly traffic: Traffic;
}

function wayOf(
  { source }: Connection,
  { pod, ports }: Connection['targets'][number],
  direction: Traffic['direction'],
  context: CheckContext,
): Way {
  const [judged, other] = direction === 'egress' ? [source, pod] : [pod, source];
  return {
    namespace: judged.entry.namespace,
    policies: isolatingPolicies(judged, direction, context),
    traffic: {
      direction,
      isPeer: (peer, policy) => mayBePeer(peer, policy, other, context),
      // Ports are those of the pod that is asked, in either direction.
      isPort: (written) => ports === undefined || ports.some((port) => isAmongPorts(written, port, pod)),
    },
  };
}
