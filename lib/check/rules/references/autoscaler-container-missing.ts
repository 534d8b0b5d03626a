import { suggest } from '../../../diagnostics/suggest';
import { textField } from '../../../model/json-object';
import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { measuredContainers } from './autoscaling/resource-metrics';
import { SCALABLE_KINDS, scaledObject } from './autoscaling/scale-target';
import { webAutoscaler } from './autoscaling/web-autoscaler';
import { webWorkload } from './example/web-workload';
import { objectsIn } from './lookup/object-at';

const WEB = webWorkload({ resources: 'requests: { cpu: 100m }' });

export default defineRule({
  code: 'K353',
  name: 'autoscaler-container-missing',
  group: 'references',
  severity: 'error',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  reads: SCALABLE_KINDS,
  summary: 'A HorizontalPodAutoscaler by a container that its pods do not have',
  explanation: `A metric of type \`ContainerResource\` counts the usage of one container of each pod, by its name. Where the pods have none of that
name the autoscaler has no figure. The API server compares the two never; a container that is renamed is forgotten here.

A container that is put into the pods when they are made, such as a proxy of a service mesh, is not known here: allow the finding, or
declare nothing and scale by \`Resource\`.`,
  bad: webAutoscaler({ metric: metric('wep') }) + WEB,
  good: webAutoscaler({ metric: metric('web') }) + WEB,
  check(entry, context) {
    const scaled = scaledObject(entry, context);
    const template = scaled && podTemplate(scaled.object);
    if (scaled === undefined || template?.spec === undefined) return;
    const { spec, specPointer } = template;
    const names = ['containers', 'initContainers']
      .flatMap((field) => objectsIn(spec, field))
      .flatMap((container) => textField(container, 'name') ?? []);
    for (const { pointer, name } of measuredContainers(entry.object)) {
      if (names.includes(name)) continue;
      context.report({
        object: entry,
        path: pointer,
        title: `${objectTitle(entry)} scales by the container \`${name}\`, which the pods do not have`,
        label: `${fieldName(pointer)} is \`${name}\``,
        others: [
          {
            entry: scaled,
            path: `${specPointer}/containers`,
            label: `containers: ${names.map((each) => `\`${each}\``).join(', ')}`,
          },
        ],
        // GetContainerResourceMetric, pkg/controller/podautoscaler/metrics/client.go
        notes: [
          `the autoscaler has no figure to scale by: ScalingActive is False, FailedGetContainerResourceMetric`,
        ],
        help: suggest(name, names).map((each) => `did you mean \`${each}\`?`),
      });
    }
  },
});

function metric(container: string): string {
  return `{ type: ContainerResource, containerResource: { name: cpu, container: ${container}, target: { type: Utilization, averageUtilization: 70 } } }`;
}
