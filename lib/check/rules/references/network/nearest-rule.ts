import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type TrafficRule, trafficRules } from './policy-selection';

/** What a rule has to let through. */
export interface Traffic {
  readonly direction: TrafficRule['direction'];
  /** Whether a peer of a policy may mean the other side. */
  readonly isPeer: (peer: JsonObject, policy: ObjectEntry) => boolean;
  /** Whether the ports of a rule hold a port that is asked. */
  readonly isPort: (ports: readonly JsonObject[] | undefined) => boolean;
}

/** The policy, of those that let some traffic not through, that comes nearest to it. */
export interface NearestRule {
  readonly policy: ObjectEntry;
  /** JSON pointer of what would have to be another. */
  readonly path: string;
  /** What the rule has right; undefined where it has nothing, or there is none. */
  readonly has: 'peer' | 'port' | undefined;
  readonly rule: TrafficRule | undefined;
}

/** Whether some rule of some policy may let the traffic through; without policies everything goes. */
export function mayPass(policies: readonly ObjectEntry[], traffic: Traffic): boolean {
  return (
    policies.length === 0 ||
    policies.some((policy) =>
      rulesOf(policy, traffic).some((rule) => hasPeer(rule, policy, traffic) && traffic.isPort(rule.ports)),
    )
  );
}

/**
 * Where the traffic would best be let through: a rule that lacks its port goes before one that lacks its peer, that before
 * any rule, that before a policy without rules.
 */
export function nearestRule(policies: readonly ObjectEntry[], traffic: Traffic): NearestRule | undefined {
  const { direction } = traffic;
  const field = direction === 'ingress' ? 'from' : 'to';
  let best: NearestRule | undefined;
  let bestRank = -1;
  const offer = (rank: number, near: NearestRule): void => {
    if (rank > bestRank) [best, bestRank] = [near, rank];
  };
  for (const policy of policies) {
    const rules = rulesOf(policy, traffic);
    offer(rules.length === 0 ? 0 : 1, {
      policy,
      path: jsonPointer('/spec', direction),
      has: undefined,
      rule: undefined,
    });
    for (const rule of rules) {
      const at = jsonPointer('/spec', direction, rule.index);
      if (hasPeer(rule, policy, traffic)) offer(3, { policy, path: `${at}/ports`, has: 'peer', rule });
      else if (traffic.isPort(rule.ports)) offer(2, { policy, path: `${at}/${field}`, has: 'port', rule });
    }
  }
  return best;
}

function rulesOf(policy: ObjectEntry, { direction }: Traffic): readonly TrafficRule[] {
  return trafficRules(policy.object).filter((rule) => rule.direction === direction);
}

function hasPeer({ peers }: TrafficRule, policy: ObjectEntry, { isPeer }: Traffic): boolean {
  return peers === undefined || peers.some((peer) => isPeer(peer, policy));
}
