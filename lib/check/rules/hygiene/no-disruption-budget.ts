import { objectField, textMapField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { type CheckContext } from '../../rule-context';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { requiredLabels } from '../references/selection/required-labels';
import { hygienePod } from './pods/hygiene-pods';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K633',
  name: 'no-disruption-budget',
  group: 'hygiene',
  severity: 'info',
  isOptIn: true,
  kinds: ['apps/Deployment', 'apps/StatefulSet'],
  reads: ['policy/PodDisruptionBudget'],
  summary: 'Several replicas without a PodDisruptionBudget',
  explanation: `Without a budget a drain of nodes may stop all replicas at once, as an upgrade of the cluster does.`,
  bad: podExample({ spec: ['replicas: 2'] }),
  good: `${podExample({ spec: ['replicas: 2'] })}---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  maxUnavailable: 1\n  selector: { matchLabels: { app: web } }\n`,
  check(entry, context) {
    const pod = hygienePod(entry);
    if (pod === undefined || (pod.replicas ?? 1) < 2) return;
    if (context.once(budgetedWorkloads).has(entry)) return;
    context.report({
      object: entry,
      path: '/spec/replicas',
      title: `all ${pod.replicas ?? 1} replicas of ${objectTitle(entry)} may be stopped at once by a drain`,
      label: `replicas is ${pod.replicas ?? 1}`,
      help: ['add a PodDisruptionBudget with `maxUnavailable: 1`'],
    });
  },
});

/** The workloads that a budget selects pods of. One that does not say which labels counts for all of its namespace. */
function budgetedWorkloads({ set }: CheckContext): ReadonlySet<ObjectEntry> {
  // Budgets with one selector get one list.
  const lists = new Set(
    set.ofKind('policy', 'PodDisruptionBudget').map(({ object, namespace }) => {
      const labels = textMapField(objectField(objectField(object, 'spec'), 'selector'), 'matchLabels');
      return set.podsMatching(namespace, requiredLabels(labels));
    }),
  );
  return new Set([...lists].flatMap((pods) => pods.map(({ entry }) => entry)));
}
