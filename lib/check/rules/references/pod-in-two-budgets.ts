import { type ObjectEntry } from '../../../model/object-entry';
import { type PodSource } from '../../../model/object-set';
import { oncePer } from '../../../model/once-per';
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
    const first = new Map<ObjectEntry, ObjectEntry>();
    // Budgets with one selector get one list, which need not be gone through again.
    const seen = new Set<readonly PodSource[]>();
    for (const budget of budgets) {
      const pods = budgetPods(budget, context);
      if (seen.has(pods)) continue;
      seen.add(pods);
      for (const { entry } of pods) if (!first.has(entry)) first.set(entry, budget);
    }
    const firstTwo = oncePer((pods: readonly PodSource[]) => ofTwoBudgets(pods, first));
    for (const budget of budgets) {
      const found = firstTwo(budgetPods(budget, context)).find(({ other }) => other.name !== budget.name);
      if (found === undefined) continue;
      const { pod, other } = found;
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

interface Budgeted {
  readonly pod: PodSource;
  /** The first budget that selects it. */
  readonly other: ObjectEntry;
}

/**
 * The first pods, and the first whose first budget has another name: for any budget one of them will do. Two of one
 * name are a mistake of another kind.
 */
function ofTwoBudgets(
  pods: readonly PodSource[],
  budgets: ReadonlyMap<ObjectEntry, ObjectEntry>,
): readonly Budgeted[] {
  const [pod] = pods;
  const other = pod && budgets.get(pod.entry);
  if (pod === undefined || other === undefined) return [];
  const second = pods.find(({ entry }) => budgets.get(entry)?.name !== other.name);
  const its = second && budgets.get(second.entry);
  const first = { pod, other };
  return second === undefined || its === undefined ? [first] : [first, { pod: second, other: its }];
}
