import { firstSelecting } from '../../../model/first-selecting';
import { groupBy } from '../../../model/group-by';
import { type PodSource } from '../../../model/object-set';
import { oncePer } from '../../../model/once-per';
import { type Selection } from '../../../model/selection';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { budgetPods } from './budget/budget-pods';
import { webBudget } from './budget/web-budget';
import { webWorkload } from './example/web-workload';

const LABELS = 'app: web, tier: front';

export default defineRule({
  code: 'K358',
  name: 'pod-in-two-budgets',
  group: 'references',
  severity: 'error',
  kinds: ['policy/PodDisruptionBudget'],
  reads: WORKLOAD_KINDS,
  summary: 'A pod that two PodDisruptionBudgets select',
  explanation: `An eviction of a pod that more than one PodDisruptionBudget selects is refused, whatever the budgets would allow. A drain of its node tries
again and again, and never ends; so do autoscalers of nodes and upgrades of clusters.

Let one budget select each pod.`,
  bad:
    webBudget() +
    webBudget({ name: 'front', selector: 'tier: front' }) +
    webWorkload({ replicas: 3, labels: LABELS }),
  good: webBudget() + webWorkload({ replicas: 3, labels: LABELS }),
  checkSet(context) {
    const budgets = context.set.ofKind('policy', 'PodDisruptionBudget');
    const first = firstSelecting(budgets.map((budget) => [budget, budgetPods(budget, context)]));
    const byBudget = oncePer((pods: readonly PodSource[]) => groupBy(pods, (pod) => first.get(pod)?.name));
    for (const budget of budgets) {
      // Of one name they are a mistake of another kind.
      const pod = firstOfOthers(budgetPods(budget, context), budget.name, byBudget);
      const other = pod && first.get(pod);
      if (pod === undefined || other === undefined) continue;
      context.report({
        object: budget,
        path: '/spec/selector',
        title: `${objectTitle(budget)} and ${objectTitle(other)} select the same pods, of ${objectTitle(pod.entry)}`,
        label: 'selects them too',
        others: [
          { entry: other, path: '/spec/selector', label: 'selects them' },
          {
            entry: pod.entry,
            path: `${pod.template.pointer}/metadata/labels`,
            label: 'labels of these pods',
          },
        ],
        notes: [
          // EvictionREST.Create, pkg/registry/core/pod/storage/eviction.go
          'every eviction is refused: "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support."',
          'a drain of the node never ends',
        ],
        help: ['leave one of the two out, or narrow its selector'],
      });
    }
  },
});

type ByName = (pods: readonly PodSource[]) => ReadonlyMap<string | undefined, readonly PodSource[]>;

/** The first pods whose first budget has another name. */
function firstOfOthers(
  { parts }: Selection<PodSource>,
  name: string,
  byBudget: ByName,
): PodSource | undefined {
  let found: PodSource | undefined;
  for (const { from, without } of parts) {
    for (const [of, pods] of byBudget(from)) {
      // Groups are in the order of their first pods.
      if (isBefore(found, pods[0])) break;
      const first = of === name ? undefined : pods.find((pod) => !without.has(pod));
      if (first !== undefined && !isBefore(found, first)) found = first;
    }
  }
  return found;
}

function isBefore(one: PodSource | undefined, other: PodSource | undefined): boolean {
  return one !== undefined && other !== undefined && one.entry.position < other.entry.position;
}
