import { firstSelecting } from '../../../model/first-selecting';
import { scaledIntOrPercent } from '../../../model/int-or-string';
import { objectField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodSource } from '../../../model/object-set';
import { podTemplate } from '../../../model/pod-template';
import { deploymentBounds, statefulSetBounds } from '../../../model/rolling-update';
import { labelRequirements } from '../../../model/selector/label-requirements';
import { type Selection } from '../../../model/selection';
import { readLabelSelector } from '../../../model/selector/read-label-selector';
import { podNumbers } from '../../capacity/demand/pod-numbers';
import { deploymentUpdateOf, statefulSetUpdateOf } from '../../capacity/demand/updates';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { releaseTracks } from '../../rollout/release-tracks';
import { deploymentExample } from './rollout/rollout-examples';

const BUDGET = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  namespace: shop
spec:
  minAvailable: 3
  selector:
    matchLabels:
      app: web
`;

export default defineRule({
  code: 'K451',
  name: 'rollout-below-disruption-budget',
  group: 'capacity',
  severity: 'warning',
  kinds: ['apps/Deployment', 'apps/StatefulSet'],
  reads: ['policy/PodDisruptionBudget', 'autoscaling/HorizontalPodAutoscaler'],
  summary: 'A rollout with fewer available pods than the PodDisruptionBudget of the workload asks for',
  explanation: `A PodDisruptionBudget binds those that evict pods, such as a drain of a node. Rollouts do not ask it: how many pods are available
then is for \`maxUnavailable\` alone. Where a rollout goes below what the budget says, there are fewer pods than somebody thought safe, and every
eviction waits until it has ended. A budget by \`maxUnavailable\` says the same of one cause of many: that is an info.

This looks at budgets whose selector selects the workload's pods, and at workloads of which the budget lets at least one pod go.`,
  bad: `${deploymentExample('  replicas: 4\n  strategy:\n    rollingUpdate:\n      maxUnavailable: 2\n')}${BUDGET}`,
  good: `${deploymentExample('  replicas: 4\n  strategy:\n    rollingUpdate:\n      maxUnavailable: 1\n')}${BUDGET}`,
  check(entry, context) {
    const budget = context.once(budgetsByWorkload).get(entry);
    if (budget === undefined) return;
    const pods = boundsOf(entry, context);
    if (pods === undefined || pods.desired < 2) return;
    const least = leastOf(budget.spec, pods.desired);
    // A budget that lets no pod go is another matter.
    if (least === undefined || least >= pods.desired || pods.minAvailable >= least) return;
    const isStated = budget.spec.minAvailable !== undefined;
    const bound = isStated ? 'minAvailable' : 'maxUnavailable';
    const strategy = entry.kind === 'StatefulSet' ? '/spec/updateStrategy' : '/spec/strategy';
    context.report({
      object: entry,
      severity: isStated ? 'warning' : 'info',
      path: strategy,
      title: `a rollout of ${objectTitle(entry)} leaves ${pods.minAvailable} of ${pods.desired} pods available, fewer than the ${least} of its PodDisruptionBudget`,
      label: `${pods.strategy}: ${pods.minAvailable} of ${pods.desired} stay available`,
      others: [
        {
          entry: budget.entry,
          path: `/spec/${bound}`,
          label: `${bound} is ${JSON.stringify(budget.spec[bound])}: ${least} of ${pods.desired}`,
        },
      ],
      notes: ['a rollout does not ask the budget; while it goes on, every eviction is refused'],
      help:
        pods.strategy === 'Recreate'
          ? ['replace the pods by RollingUpdate', 'or lower the budget, if it is no promise']
          : [`write maxUnavailable: ${pods.desired - least}`, 'or lower the budget, if it is no promise'],
    });
  },
});

interface Budget {
  readonly entry: ObjectEntry;
  readonly spec: JsonObject;
}

/** The budget of each workload that has one; the first of several. */
function budgetsByWorkload({ set }: CheckContext): ReadonlyMap<ObjectEntry, Budget> {
  const selections = set
    .ofKind('policy', 'PodDisruptionBudget')
    .flatMap((entry): readonly (readonly [Budget, Selection<PodSource>])[] => {
      const spec = objectField(entry.object, 'spec');
      const selector = readLabelSelector(spec?.selector);
      if (spec === undefined || selector === undefined || selector === 'nothing') return [];
      return [[{ entry, spec }, set.podSelection(entry.namespace, labelRequirements(selector))]];
    });
  return new Map([...firstSelecting(selections)].map(([{ entry }, budget]) => [entry, budget]));
}

interface Bounds {
  readonly strategy: string;
  readonly desired: number;
  readonly minAvailable: number;
}

/** What holds in all steps of a rollout. The steps are not asked for: of a billion replicas there would be billions. */
function boundsOf(entry: ObjectEntry, context: CheckContext): Bounds | undefined {
  try {
    return entry.kind === 'StatefulSet' ? ofStatefulSet(entry, context) : ofDeployment(entry, context);
  } catch {
    // A bound that is neither a number nor a percentage is refused by the server, and told of as that.
    return undefined;
  }
}

function ofStatefulSet(entry: ObjectEntry, context: CheckContext): Bounds | undefined {
  const desired = steadyOf(entry, context);
  const update = statefulSetUpdateOf(objectField(entry.object, 'spec'));
  if (update.type === 'OnDelete') return undefined;
  return {
    strategy: 'RollingUpdate',
    desired,
    minAvailable: statefulSetBounds(update, desired).minAvailable,
  };
}

function ofDeployment(entry: ObjectEntry, context: CheckContext): Bounds | undefined {
  const tracks = releaseTracks(entry, context);
  if (tracks?.kind === 'switch') {
    const live = steadyOf(tracks.live, context);
    const desired = Math.max(live, steadyOf(tracks.other, context));
    return { strategy: 'blue/green', desired, minAvailable: live };
  }
  if (tracks !== undefined) return undefined;
  const desired = steadyOf(entry, context);
  const update = deploymentUpdateOf(objectField(entry.object, 'spec'));
  const strategy = update.type === 'Recreate' ? 'Recreate' : 'RollingUpdate';
  return { strategy, desired, minAvailable: deploymentBounds(update, desired).minAvailable };
}

function steadyOf(entry: ObjectEntry, context: CheckContext): number {
  const template = podTemplate(entry.object);
  return template === undefined ? 0 : podNumbers(entry, template, context).steady;
}

/** Upstream: `getExpectedPodCount`, pkg/controller/disruption/disruption.go: both are rounded up. */
function leastOf({ minAvailable, maxUnavailable }: JsonObject, pods: number): number | undefined {
  try {
    if (typeof minAvailable === 'number' || typeof minAvailable === 'string') {
      return scaledIntOrPercent(minAvailable, pods, 'up');
    }
    if (typeof maxUnavailable === 'number' || typeof maxUnavailable === 'string') {
      return Math.max(0, pods - scaledIntOrPercent(maxUnavailable, pods, 'up'));
    }
  } catch {
    // As above.
  }
  return undefined;
}
