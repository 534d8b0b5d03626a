import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { groupOf } from '../../../model/api-version';
import { jsonPointer } from '../../../model/json-pointer';
import { findKind } from '../../../model/kinds';
import { defineRule } from '../../define-rule';
import { SCALABLE_KINDS } from './autoscaling/scale-target';
import { webAutoscaler } from './autoscaling/web-autoscaler';
import { webWorkload } from './example/web-workload';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K356';
const REST = `${webWorkload()}apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80
`;

export default defineRule({
  code: CODE,
  name: 'autoscaler-object-missing',
  group: 'references',
  severity: 'warning',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  reads: [...SCALABLE_KINDS, 'Service', 'networking.k8s.io/Ingress', ...RBAC_KINDS],
  summary: 'A HorizontalPodAutoscaler by a metric of an object that is not there',
  explanation: `A metric of type \`Object\` is about one object of the autoscaler's namespace, such as the requests a second of an Ingress. The
API server does not look for it; the adapter that serves the metrics has no figure of what there is not.

Objects of kinds that are not built in are not looked for.`,
  bad: webAutoscaler({ metric: metric('wep') }) + REST,
  good: webAutoscaler({ metric: metric('web') }) + REST,
  check(entry, context) {
    for (const [index, each] of listField(objectField(entry.object, 'spec'), 'metrics').entries()) {
      const described = objectField(
        objectField(isJsonObject(each) ? each : undefined, 'object'),
        'describedObject',
      );
      const kind = textField(described, 'kind');
      const name = textField(described, 'name');
      if (kind === undefined || name === undefined) continue;
      const group = groupOf(textField(described, 'apiVersion') ?? '');
      const info = findKind(group, kind);
      // Pods and such come and go; of a Namespace the metric is that of the namespace itself.
      if (info?.namespaced !== true || kind === 'Pod') continue;
      reportMissing(
        {
          code: CODE,
          from: entry,
          path: jsonPointer('/spec/metrics', index, 'object', 'describedObject', 'name'),
          verb: 'scales by a metric of',
          target: { group, kind, namespace: entry.namespace, name },
          // computeStatusForObjectMetric, pkg/controller/podautoscaler/horizontal.go
          consequences: [
            'the autoscaler has no figure to scale by: ScalingActive is False, FailedGetObjectMetric',
          ],
          ownNamespaceOnly: "the metric is of an object in the autoscaler's own namespace",
        },
        context,
      );
    }
  },
});

function metric(name: string): string {
  return `{ type: Object, object: { describedObject: { apiVersion: v1, kind: Service, name: ${name} }, metric: { name: requests }, target: { type: Value, value: 100 } } }`;
}
