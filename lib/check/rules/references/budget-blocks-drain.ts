import { scaledIntOrPercent } from '../../../model/int-or-string';
import { objectField } from '../../../model/json-object';
import { type JsonValue } from '../../../model/json-value';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { budgetPods } from './budget/budget-pods';
import { expectedPods } from './budget/expected-pods';
import { webBudget } from './budget/web-budget';
import { webWorkload } from './example/web-workload';

const WEB = webWorkload({ replicas: 3 });

export default defineRule({
  code: 'K359',
  name: 'budget-blocks-drain',
  group: 'references',
  severity: 'warning',
  kinds: ['policy/PodDisruptionBudget'],
  reads: [...WORKLOAD_KINDS, 'autoscaling/HorizontalPodAutoscaler'],
  summary: 'A PodDisruptionBudget that allows no eviction',
  explanation: `With \`maxUnavailable: 0\`, or a \`minAvailable\` of as many pods as there are, no pod may ever be evicted: \`kubectl drain\` of its node
waits for ever, and so do upgrades of nodes and autoscalers that want to remove one. A percentage is rounded up: of one replica every
\`minAvailable\` above 0 % is that one.

The number of pods is what their workloads ask for, and the minimum of an autoscaler. One replica cannot be protected and moved: give it a
second one, or leave the budget out.`,
  bad: [
    { title: 'maxUnavailable: 0', manifests: webBudget({ allows: 'maxUnavailable: 0' }) + WEB },
    { title: 'as many as there are', manifests: webBudget({ allows: 'minAvailable: 3' }) + WEB },
    {
      title: 'one replica, half of which is one',
      manifests: webBudget({ allows: 'minAvailable: 50%' }) + webWorkload({ replicas: 1 }),
    },
  ],
  good: [
    { title: 'one may be missing', manifests: webBudget() + WEB },
    { title: 'one more than has to be there', manifests: webBudget({ allows: 'minAvailable: 2' }) + WEB },
  ],
  check(entry, context) {
    const pods = budgetPods(entry, context);
    const { first } = pods;
    if (first === undefined) return;
    const spec = objectField(entry.object, 'spec');
    const field = spec?.maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable';
    const written = spec?.[field];
    const always = isNever(field, written);
    const expected = expectedPods(pods, context);
    const needed = expected && neededOf(field, written, expected.count);
    if (!always && (expected === undefined || needed === undefined)) return;
    if (!always && (needed ?? 0) < (expected?.count ?? 0)) return;
    if (expected?.count === 0) return;
    const more = pods.size - 1;
    const count = expected?.count ?? 0;
    const autoscaler = expected?.autoscaler;
    context.report({
      object: entry,
      path: `/spec/${field}`,
      title: `${objectTitle(entry)} allows no eviction of the pods of ${objectTitle(first.entry)}`,
      label: `${field} is ${showAmount(written)}${
        expected === undefined
          ? ''
          : `, of ${count} pod${count === 1 ? '' : 's'}${more > 0 ? ` of ${pods.size} workloads` : ''}`
      }`,
      others: [
        {
          entry: first.entry,
          path: first.entry.kind === 'Pod' ? '' : '/spec/replicas',
          label:
            autoscaler === undefined ? `has these pods` : 'has these pods; an autoscaler sets their number',
        },
        ...(autoscaler === undefined
          ? []
          : [{ entry: autoscaler, path: '/spec/minReplicas', label: 'keeps it at no less' }]),
      ],
      notes: [
        // checkAndDecrement, pkg/registry/core/pod/storage/eviction.go
        'every eviction is refused: "Cannot evict pod as it would violate the pod\'s disruption budget."; a drain of the node never ends',
        ...(autoscaler === undefined || always ? [] : ['that is so while the autoscaler is at its minimum']),
      ],
      help:
        count === 1
          ? ['run two replicas, or leave the budget out: one pod cannot stay while it is moved']
          : ['write `maxUnavailable: 1`'],
    });
  },
});

/** Whether it allows none, however many pods there are. */
function isNever(field: string, value: JsonValue | undefined): boolean {
  return field === 'maxUnavailable' ? value === 0 || value === '0%' : value === '100%';
}

/** How many have to be healthy; undefined where it is neither a count nor a percentage, which the server refuses. */
function neededOf(field: string, value: JsonValue | undefined, count: number): number | undefined {
  if (typeof value === 'string' ? !/^[0-9]+%$/.test(value) : !Number.isInteger(value)) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  // getExpectedPodCount, pkg/controller/disruption/disruption.go
  try {
    const scaled = scaledIntOrPercent(value, count, 'up');
    return field === 'maxUnavailable' ? Math.max(count - scaled, 0) : scaled;
  } catch {
    // Beyond 32 bits, or a percentage beyond 64.
    return undefined;
  }
}

function showAmount(value: JsonValue | undefined): string {
  return typeof value === 'string' ? `\`${value}\`` : JSON.stringify(value ?? null);
}
