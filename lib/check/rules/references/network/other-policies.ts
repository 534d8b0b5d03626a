import { groupBy } from '../../../../model/group-by';
import { isKindNamespaced } from '../../../../model/kinds';
import { type CheckContext } from '../../../rule-context';
import { makerRole } from '../lookup/run-time-makers';
import { policyRules } from '../rbac/policy-rules';

/**
 * Whether policies that are not known may allow pods of a namespace what those of the set do not: declared ones, those of
 * a network plugin, those that a program of the set makes.
 */
export function mayHaveOtherPolicies(namespace: string, context: CheckContext): boolean {
  const [group, kind] = ['networking.k8s.io', 'NetworkPolicy'];
  return (
    context.external.mayBeSelected(group, kind, namespace, {}) ||
    context.once(namespacesOfOtherPolicies).has(namespace) ||
    isMade(namespace, context)
  );
}

/** A program that may make whatever there is need not make policies; one whose role names them does. */
function isMade(namespace: string, context: CheckContext): boolean {
  const role = makerRole('networking.k8s.io', 'NetworkPolicy', namespace, context);
  return (
    role !== undefined &&
    policyRules(role.object).some(({ resources }) => resources.includes('networkpolicies'))
  );
}

/** Policies of network plugins, which may allow what these do not. Some hold for the whole cluster. */
function namespacesOfOtherPolicies({ set }: CheckContext): ReadonlySet<string> {
  const custom = set.entries.filter(
    ({ group, kind }) => kind.endsWith('NetworkPolicy') && isKindNamespaced(group, kind) === undefined,
  );
  const namespaces = groupBy(custom, ({ namespace }) => namespace);
  return new Set(namespaces.has('') ? set.namespaces() : namespaces.keys());
}
