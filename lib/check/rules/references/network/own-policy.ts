import { objectField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type Labels } from '../../../../model/selector/selector';
import { objectTitle } from '../../../object-names';
import { type CheckContext } from '../../../rule-context';
import { podsOfSelector } from '../selection/pods-of-selector';
import { podSelectorInYaml } from './peer-in-yaml';
import { type TrafficRule } from './policy-selection';

/** Among so many of its pods another workload is looked for. */
const LOOKED_AT = 100;

/** What would let through what a policy cuts. */
export interface OwnPolicy {
  readonly direction: TrafficRule['direction'];
  /** By which the pods are selected that are to be open. */
  readonly labels: Labels;
  readonly isMeant: (entry: ObjectEntry) => boolean;
  /** As YAML. */
  readonly peer: string;
  /** As YAML. */
  readonly ports: string;
}

/**
 * The advice to add a policy of their own for pods, where the policy that cuts them holds for others too: a further rule would open
 * these as well. Policies add up, so that both can be there. Undefined where it holds for these pods alone.
 */
export function ownPolicyHelp(
  policy: ObjectEntry,
  { direction, labels, isMeant, peer, ports }: OwnPolicy,
  context: CheckContext,
): string | undefined {
  const selector = objectField(objectField(policy.object, 'spec'), 'podSelector') ?? {};
  const other = podsOfSelector(context, policy.namespace, selector)
    .take(LOOKED_AT)
    .find(({ entry }) => !isMeant(entry));
  if (other === undefined || Object.keys(labels).length === 0) return undefined;
  const [type, field] = direction === 'ingress' ? ['Ingress', 'from'] : ['Egress', 'to'];
  const rule = `{ ${field}: [${peer}], ports: ${ports} }`;
  return `leave this policy, which is about ${objectTitle(other.entry)} too, and add one in \`${policy.namespace}\` with spec: { ${podSelectorInYaml(labels)}, policyTypes: [${type}], ${direction}: [${rule}] }`;
}
