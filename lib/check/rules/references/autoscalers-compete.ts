import { type ObjectEntry } from '../../../model/object-entry';
import { type PodSource } from '../../../model/object-set';
import { oncePer } from '../../../model/once-per';
import { podTemplate } from '../../../model/pod-template';
import { type Selection } from '../../../model/selection';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext, type RuleContext } from '../../rule-context';
import { SCALABLE_KINDS } from './autoscaling/scale-target';
import { scaledObjects } from './autoscaling/scaled-objects';
import { webAutoscaler } from './autoscaling/web-autoscaler';
import { webWorkload } from './example/web-workload';
import { podsOfSelector } from './selection/pods-of-selector';

const WEB = webWorkload({ resources: 'requests: { cpu: 100m }' });

export default defineRule({
  code: 'K354',
  name: 'autoscalers-compete',
  group: 'references',
  severity: 'error',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  reads: SCALABLE_KINDS,
  summary: 'Two HorizontalPodAutoscalers that scale the same pods',
  explanation: `An autoscaler finds its pods by the selector of its target. When it finds a pod that another autoscaler finds too, it stops: neither of
the two scales any more. That is so where both scale the same workload, and where the selector of one workload selects the pods of the other,
such as two Deployments that only differ in a label which neither selector names.

One autoscaler takes several metrics: the highest figure counts.`,
  bad: [
    { title: 'of one workload', manifests: webAutoscaler() + webAutoscaler({ name: 'web-memory' }) + WEB },
  ],
  good: webAutoscaler() + WEB,
  checkSet(context) {
    const scaled = context.once(scaledObjects);
    for (const [target, autoscalers] of scaled) {
      const [first, ...others] = autoscalers;
      if (first === undefined) continue;
      for (const other of others) reportTwo(other, first, target, context);
    }
    const scaledOf = oncePer((pods: readonly PodSource[]) => pods.filter(({ entry }) => scaled.has(entry)));
    for (const [target, autoscalers] of scaled) {
      const [own] = autoscalers;
      // Of those that are found two will do: one of them is not the target.
      const two = own === undefined ? [] : foundPods(target, context).where(scaledOf).take(2);
      const meeting = two.find(({ entry }) => entry !== target);
      const [other] = meeting ? (scaled.get(meeting.entry) ?? []) : [];
      if (own && meeting && other) reportMeeting(own, target, other, meeting, context);
    }
  },
});

function reportTwo(
  entry: ObjectEntry,
  first: ObjectEntry,
  target: ObjectEntry,
  { report }: RuleContext,
): void {
  report({
    object: entry,
    path: '/spec/scaleTargetRef',
    title: `${objectTitle(entry)} and ${objectTitle(first)} both scale ${objectTitle(target)}`,
    label: `scaleTargetRef is ${target.kind} \`${target.name}\``,
    others: [{ entry: first, path: '/spec/scaleTargetRef', label: 'the same target' }],
    notes: [stop(entry, first)],
    help: ['put the metrics of both into one HorizontalPodAutoscaler: the highest figure counts'],
  });
}

function reportMeeting(
  entry: ObjectEntry,
  target: ObjectEntry,
  other: ObjectEntry,
  pods: PodSource,
  { report }: RuleContext,
): void {
  report({
    object: entry,
    path: '/spec/scaleTargetRef',
    title: `${objectTitle(entry)} finds the pods of ${objectTitle(pods.entry)}, which ${objectTitle(other)} scales`,
    label: `scales ${objectTitle(target)}`,
    others: [
      { entry: target, path: '/spec/selector', label: 'this selector selects the pods of both' },
      {
        entry: pods.entry,
        path: `${pods.template.pointer}/metadata/labels`,
        label: 'labels of the other pods',
      },
    ],
    notes: [stop(entry, other)],
    help: [
      `give ${objectTitle(target)} a label of its own, in its selector and its template (a selector cannot be changed: delete the workload first)`,
    ],
  });
}

/** validateAndParseSelector, pkg/controller/podautoscaler/horizontal.go */
function stop(one: ObjectEntry, other: ObjectEntry): string {
  return `neither scales: ScalingActive is False, AmbiguousSelector, pods are controlled by multiple HPAs: ${one.name}, ${other.name}`;
}

/** The pods that the selector of a workload selects. */
function foundPods(target: ObjectEntry, context: CheckContext): Selection<PodSource> {
  const selector = podTemplate(target.object)?.selector;
  return podsOfSelector(context, target.namespace, selector);
}
