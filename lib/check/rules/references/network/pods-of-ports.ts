import { objectField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { type Selection } from '../../../../model/selection';
import { type CheckContext } from '../../../rule-context';
import { podsOfSelector } from '../selection/pods-of-selector';
import { type TrafficRule } from './policy-selection';
import { soleNamespace } from './sole-namespace';

/**
 * The pods whose ports a rule of a policy is about, as selections: those that the policy holds for, or for egress those that each peer means.
 * None where they are not all known: addresses, pods of several namespaces or of one of which the set has nothing.
 */
export function podsOfPorts(
  { object, namespace }: ObjectEntry,
  { direction, peers }: TrafficRule,
  context: CheckContext,
): readonly Selection<PodSource>[] {
  const lists =
    direction === 'ingress'
      ? [podsOfSelector(context, namespace, objectField(objectField(object, 'spec'), 'podSelector') ?? {})]
      : (peers ?? []).map((peer) => podsOfPeer(peer, namespace, context));
  return lists.some((pods) => pods.size === 0) ? [] : lists;
}

function podsOfPeer(peer: JsonObject, own: string, context: CheckContext): Selection<PodSource> {
  const namespace = soleNamespace(peer, own, context);
  return podsOfSelector(
    context,
    namespace ?? own,
    namespace === undefined ? undefined : (objectField(peer, 'podSelector') ?? {}),
  );
}
