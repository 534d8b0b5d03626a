import { type ObjectEntry } from '../../../model/object-entry';
import { type PodSource } from '../../../model/object-set';
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
    const first = new Map<ObjectEntry, ObjectEntry>();
    for (const budget of context.set.ofKind('policy', 'PodDisruptionBudget')) {
      const shared = new Map<ObjectEntry, PodSource[]>();
      for (const pod of budgetPods(budget, context)) {
        const other = first.get(pod.entry);
        if (other === undefined) first.set(pod.entry, budget);
        // Two of one name are a mistake of another kind.
        else if (other.name !== budget.name)
          shared.set(other, [...(shared.get(other) ?? []), pod].slice(0, 2));
      }
      const [pair] = shared;
      if (pair === undefined) continue;
      const [other, [pod]] = pair;
      if (pod === undefined) continue;
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
