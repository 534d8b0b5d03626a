import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PolicyGroup, type PolicyRule } from './policy-group';
import { type TrafficRule } from './policy-selection';

/** What rules have to let through. */
export interface Traffic {
  readonly direction: TrafficRule['direction'];
  /** The first rule of a group that may have the other side among its peers and meets a condition. */
  readonly find: (group: PolicyGroup, isAsked: (rule: PolicyRule) => boolean) => PolicyRule | undefined;
  /** The pods whose policies count. */
  readonly judged: ObjectEntry;
  /** Whether a peer of a policy may mean the other side. */
  readonly isPeer: (peer: JsonObject, policy: ObjectEntry) => boolean;
  /** Whether the ports of a rule hold a port that is asked. */
  readonly isPort: (ports: TrafficRule['ports']) => boolean;
  /** The same for all of which `isPort` says the same. */
  readonly portKey: string;
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
export function mayPass(groups: readonly PolicyGroup[], traffic: Traffic): boolean {
  return (
    groups.length === 0 ||
    groups.some(
      (group) =>
        traffic.find(group, (each) => traffic.isPort(each.rule.ports) && hasPeer(each, traffic)) !==
        undefined,
    )
  );
}

/**
 * Where traffic that does not pass would best be let through: a rule that lacks its port goes before one that lacks its peer,
 * that before any rule, that before a policy without rules.
 */
export function nearestRule(groups: readonly PolicyGroup[], traffic: Traffic): NearestRule | undefined {
  const { direction, judged, isPort, portKey } = traffic;
  const at = ({ policy, rule }: PolicyRule, has: 'peer' | 'port', field: string): NearestRule => ({
    policy,
    rule,
    has,
    path: jsonPointer('/spec', direction, rule.index, field),
  });
  for (const group of groups) {
    const rule = traffic.find(group, (each) => hasPeer(each, traffic));
    if (rule !== undefined) return at(rule, 'peer', 'ports');
  }
  for (const group of groups) {
    const rule = group.findWithPort(judged, portKey, isPort);
    if (rule !== undefined) return at(rule, 'port', direction === 'ingress' ? 'from' : 'to');
  }
  const withRule = groups.map((group) => group.firstWithRule(judged)).find((each) => each !== undefined);
  const policy = withRule ?? groups[0]?.firstFor(judged);
  return policy && { policy, path: jsonPointer('/spec', direction), has: undefined, rule: undefined };
}

function hasPeer({ policy, rule: { peers } }: PolicyRule, { isPeer }: Traffic): boolean {
  return peers === undefined || peers.some((peer) => isPeer(peer, policy));
}
