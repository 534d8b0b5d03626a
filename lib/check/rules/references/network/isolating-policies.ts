import { objectField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { type CheckContext } from '../../../rule-context';
import { podsOfSelector } from '../selection/pods-of-selector';
import { isolates, type TrafficRule } from './policy-selection';

type Direction = TrafficRule['direction'];

/** The NetworkPolicies of the set that isolate the pods of a workload in a direction; none where these are open. */
export function isolatingPolicies(
  { entry }: PodSource,
  direction: Direction,
  { once }: CheckContext,
): readonly ObjectEntry[] {
  return once(isolated)[direction].get(entry) ?? [];
}

type Isolated = ReadonlyMap<ObjectEntry, readonly ObjectEntry[]>;

function isolated(context: CheckContext): Readonly<Record<Direction, Isolated>> {
  return { ingress: isolatedIn('ingress', context), egress: isolatedIn('egress', context) };
}

function isolatedIn(direction: Direction, context: CheckContext): Isolated {
  const policies = new Map<ObjectEntry, ObjectEntry[]>();
  for (const policy of context.set.ofKind('networking.k8s.io', 'NetworkPolicy')) {
    if (!isolates(policy.object, direction)) continue;
    // A selector that is not written is empty, as in Go.
    const selector = objectField(objectField(policy.object, 'spec'), 'podSelector') ?? {};
    for (const { entry } of podsOfSelector(context, policy.namespace, selector)) {
      const own = policies.get(entry);
      if (own === undefined) policies.set(entry, [policy]);
      else own.push(policy);
    }
  }
  return policies;
}
