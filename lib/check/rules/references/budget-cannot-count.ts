import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { findKind } from '../../../model/kinds';
import { type PodSource } from '../../../model/object-set';
import { oncePer } from '../../../model/once-per';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { budgetPods } from './budget/budget-pods';
import { isCountable } from './budget/expected-pods';
import { webBudget } from './budget/web-budget';
import { webWorkload } from './example/web-workload';

export default defineRule({
  code: 'K360',
  name: 'budget-cannot-count',
  group: 'references',
  severity: 'error',
  kinds: ['policy/PodDisruptionBudget'],
  reads: WORKLOAD_KINDS,
  summary: 'A PodDisruptionBudget by share of pods that nothing counts',
  explanation: `\`maxUnavailable\`, and a \`minAvailable\` in percent, are measured against the number of pods that the controllers of the pods want. Deployments,
ReplicaSets, StatefulSets and ReplicationControllers have such a number. A DaemonSet and a Job have none: the budget fails to sync, and every
eviction is refused. Pods without a controller are not counted: a budget of nothing but such pods allows no eviction.

For those write \`minAvailable\` as a number.`,
  bad: [
    { title: 'a DaemonSet', manifests: webBudget() + webWorkload({ kind: 'DaemonSet' }) },
    { title: 'a Pod', manifests: webBudget({ allows: 'minAvailable: 50%' }) + webWorkload({ kind: 'Pod' }) },
  ],
  good: [
    {
      title: 'a number',
      manifests: webBudget({ allows: 'minAvailable: 1' }) + webWorkload({ kind: 'DaemonSet' }),
    },
    { title: 'a Deployment', manifests: webBudget() + webWorkload({ replicas: 3 }) },
  ],
  check(entry, context) {
    const spec = objectField(entry.object, 'spec');
    const { maxUnavailable, minAvailable } = spec ?? {};
    const field = maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable';
    // What allows none at all is told of as such.
    if (maxUnavailable === undefined ? typeof minAvailable !== 'string' : maxUnavailable === 0) return;
    if (maxUnavailable === '0%' || minAvailable === '100%') return;
    const pods = budgetPods(entry, context);
    const uncounted = pods.where(uncountable);
    // Those that a controller makes before others.
    const pod = uncounted.where(controlled).first ?? uncounted.first;
    if (pod === undefined) return;
    const { kind, group } = pod.entry;
    // A pod of a CronJob is one of a Job to the controller.
    const owner = kind === 'CronJob' ? 'Job' : kind;
    const isBare = kind === 'Pod';
    if (isBare && uncounted.size < pods.size) return;
    const plural = findKind(group, owner)?.plural ?? owner.toLowerCase();
    context.report({
      object: entry,
      path: `/spec/${field}`,
      // The pods of a Job come and go.
      ...(owner === 'Job' && { severity: 'warning' }),
      title: isBare
        ? `${objectTitle(entry)} needs to know how many pods there should be, and ${objectTitle(pod.entry)} has no controller`
        : `${objectTitle(entry)} needs to know how many pods there should be, which ${objectTitle(pod.entry)} does not tell`,
      label: `${field} is a share of the pods that their controllers want`,
      others: [
        {
          entry: pod.entry,
          path: '',
          label: isBare ? 'a pod without a controller' : `a ${kind} has no \`scale\``,
        },
      ],
      notes: [
        // getExpectedScale and getScaleController, pkg/controller/disruption/disruption.go
        isBare
          ? 'such pods are not counted (event UnmanagedPods): the budget allows no disruption, and every eviction is refused'
          : `the budget fails to sync (CalculateExpectedPodCountFailed: ${plural}.${group} does not implement the scale subresource), and every eviction is refused`,
      ],
      help: ['write `minAvailable` as a number, such as `minAvailable: 1`, or leave the budget out'],
    });
  },
});

const uncountable = oncePer((pods: readonly PodSource[]) => pods.filter((pod) => !isCountable(pod)));

const controlled = oncePer((pods: readonly PodSource[]) => pods.filter(({ entry }) => entry.kind !== 'Pod'));
