import { groupBy } from '../../../../model/group-by';
import { objectField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { type Selection } from '../../../../model/selection';
import { type CheckContext } from '../../../rule-context';
import { podsOfSelector } from '../selection/pods-of-selector';
import { PolicyGroup } from './policy-group';
import { isolates, type TrafficRule } from './policy-selection';

type Direction = TrafficRule['direction'];

/** The NetworkPolicies of the set that isolate the pods of a workload in a direction; none where these are open. */
export function isolatingPolicies(
  { entry }: PodSource,
  direction: Direction,
  { once }: CheckContext,
): readonly PolicyGroup[] {
  return once(isolated)[direction].get(entry) ?? [];
}

type Isolated = ReadonlyMap<ObjectEntry, readonly PolicyGroup[]>;

function isolated(context: CheckContext): Readonly<Record<Direction, Isolated>> {
  return { ingress: isolatedIn('ingress', context), egress: isolatedIn('egress', context) };
}

function isolatedIn(direction: Direction, context: CheckContext): Isolated {
  const policies = context.set
    .ofKind('networking.k8s.io', 'NetworkPolicy')
    .filter(({ object }) => isolates(object, direction));
  const isolating = new Map<ObjectEntry, PolicyGroup[]>();
  // Selectors that come to the same, or nearly, share a list.
  const parts = policies.flatMap((policy) =>
    podsOf(policy, context).parts.map(({ from, without }) => ({ policy, from, without })),
  );
  for (const [pods, same] of groupBy(parts, ({ from }) => from)) {
    const group = new PolicyGroup(same, direction);
    for (const { entry } of pods) {
      if (!group.holdsFor(entry)) continue;
      const own = isolating.get(entry);
      if (own === undefined) isolating.set(entry, [group]);
      else own.push(group);
    }
  }
  return isolating;
}

/** A selector that is not written is empty, as in Go. */
function podsOf({ object, namespace }: ObjectEntry, context: CheckContext): Selection<PodSource> {
  return podsOfSelector(context, namespace, objectField(objectField(object, 'spec'), 'podSelector') ?? {});
}
