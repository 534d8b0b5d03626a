import { type ObjectEntry } from '../../../model/object-entry';
import { podTemplate } from '../../../model/pod-template';
import { podsResources } from '../../capacity/limit-range/pods-resources';
import { type ContainerResources } from '../../capacity/limit-range/pod-resources';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { compareKubernetesVersions } from '../../../model/kubernetes-version';
import { type UtilizationMetric, utilizationMetrics } from './autoscaling/resource-metrics';
import { SCALABLE_KINDS, scaledObject } from './autoscaling/scale-target';
import { webAutoscaler } from './autoscaling/web-autoscaler';
import { webWorkload } from './example/web-workload';

const AVERAGE =
  '{ type: Resource, resource: { name: memory, target: { type: AverageValue, averageValue: 200Mi } } }';

export default defineRule({
  code: 'K352',
  name: 'autoscaler-request-missing',
  group: 'references',
  severity: 'error',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  reads: [...SCALABLE_KINDS, 'LimitRange'],
  summary: 'A HorizontalPodAutoscaler by utilization of what its pods do not request',
  explanation: `\`Utilization\` is a share of what the pods request: of the sum over their containers and sidecars, or of the one container of a
\`ContainerResource\` metric. A single container without a request for the resource leaves the autoscaler without a figure, and it
scales by this metric never.

Requests count that the API server takes from limits, those that a LimitRange of the namespace fills in, and from 1.34 on those of
the pod itself. A container that is put into the pods when they are made is not known here. \`AverageValue\` needs no request.`,
  bad: [
    { title: 'no request', manifests: webAutoscaler() + webWorkload() },
    {
      title: 'a request for something else',
      manifests: webAutoscaler() + webWorkload({ resources: 'requests: { memory: 64Mi }' }),
    },
  ],
  good: [
    {
      title: 'a request',
      manifests: webAutoscaler() + webWorkload({ resources: 'requests: { cpu: 100m }' }),
    },
    { title: 'a limit', manifests: webAutoscaler() + webWorkload({ resources: 'limits: { cpu: 100m }' }) },
    { title: 'no utilization', manifests: webAutoscaler({ metric: AVERAGE }) + webWorkload() },
  ],
  check(entry, context) {
    const scaled = scaledObject(entry, context);
    const template = scaled && podTemplate(scaled.object);
    if (scaled === undefined || template?.spec === undefined) return;
    const { containers, ofPod } = podsResources(scaled, template.spec, context);
    const counted = containers.filter(({ role }) => role !== 'init');
    const usesOfPod = compareKubernetesVersions(context.target, '1.34') >= 0 && ofPod.requests.size > 0;
    for (const metric of utilizationMetrics(entry.object)) {
      const { container, resource } = metric;
      if (container === undefined && usesOfPod && ofPod.requests.has(resource)) continue;
      const lacking = counted.filter(
        ({ name, requests }) => (container === undefined || name === container) && !requests.has(resource),
      );
      if (lacking.length > 0) report(entry, metric, scaled, template.specPointer, lacking, context);
    }
  },
});

function report(
  entry: ObjectEntry,
  { pointer, resource }: UtilizationMetric,
  scaled: ObjectEntry,
  specPointer: string,
  lacking: readonly ContainerResources[],
  context: RuleContext,
): void {
  const [first, ...more] = lacking;
  if (first === undefined) return;
  context.report({
    object: entry,
    path: pointer,
    title: `${objectTitle(entry)} scales by the utilization of ${resource}, for which ${
      more.length === 0 ? `the container \`${first.name}\` makes` : `${lacking.length} containers make`
    } no request`,
    label:
      pointer === '/spec'
        ? `no metric is written, which means cpu of 80 %`
        : `a share of what the pods request of ${resource}`,
    others: lacking.slice(0, 4).map(({ field, name }) => ({
      entry: scaled,
      path: `${specPointer}/${field}`,
      label: `\`${name}\` requests no ${resource}`,
    })),
    notes: [
      // calculatePodRequestsFromContainers, pkg/controller/podautoscaler/replica_calculator.go
      `the autoscaler has no figure to scale by: ScalingActive is False, FailedGetResourceMetric, missing request for ${resource} in container ${first.name}`,
    ],
    help: [
      `write a request: resources: { requests: { ${resource}: ${resource === 'cpu' ? '100m' : '64Mi'} } }, with what a pod needs in ordinary times`,
      `or scale by target: { type: AverageValue }, which needs no request`,
    ],
  });
}
