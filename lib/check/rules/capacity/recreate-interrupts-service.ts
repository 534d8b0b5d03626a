import { objectField, textField, textMapField } from '../../../model/json-object';

import { type ObjectEntry } from '../../../model/object-entry';
import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { mountedClaims } from '../../storage/mounted-claims';
import { deploymentExample } from './rollout/rollout-examples';

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
`;

const PORT = '          ports:\n            - containerPort: 8080\n';

export default defineRule({
  code: 'K454',
  name: 'recreate-interrupts-service',
  group: 'capacity',
  severity: 'info',
  kinds: ['apps/Deployment'],
  reads: ['Service'],
  summary: 'A Deployment behind a Service that ends all pods before it makes new ones',
  explanation: `With \`strategy: { type: Recreate }\` every rollout begins without any pod: from the end of the last old one until the first new one is
ready the Service has no endpoints, and connections to it are refused. That is right where two versions must not run at a time, or where
they would share storage: Deployments that mount a claim are passed over.`,
  bad: `${deploymentExample('  strategy:\n    type: Recreate\n', '', PORT)}${SERVICE}`,
  good: `${deploymentExample('  strategy:\n    rollingUpdate:\n      maxUnavailable: 0\n', '', PORT)}${SERVICE}`,
  check(entry, context) {
    const strategy = objectField(objectField(entry.object, 'spec'), 'strategy');
    const template = podTemplate(entry.object);
    if (textField(strategy, 'type') !== 'Recreate' || template === undefined || template.replicas === 0)
      return;
    if (mountedClaims(template).length > 0) return;
    const service = context.once(servicesByWorkload).get(entry);
    if (service === undefined) return;
    context.report({
      object: entry,
      path: '/spec/strategy/type',
      title: `every rollout of ${objectTitle(entry)} leaves ${objectTitle(service)} without endpoints for a time`,
      label: 'all old pods end before new ones are made',
      others: [{ entry: service, path: '/spec/selector', label: 'selects these pods' }],
      notes: ['connections to the Service are refused until the first new pod is ready'],
      help: ['write strategy: { rollingUpdate: { maxUnavailable: 0 } } if two versions may run at a time'],
    });
  },
});

/** A Service that selects the pods of each workload; the first of several. */
function servicesByWorkload({ set }: CheckContext): ReadonlyMap<ObjectEntry, ObjectEntry> {
  const found = new Map<ObjectEntry, ObjectEntry>();
  const seen = new Set<unknown>();
  for (const service of set.ofKind('', 'Service')) {
    const selector = Object.entries(textMapField(objectField(service.object, 'spec'), 'selector'));
    if (selector.length === 0) continue;
    const requirements = selector.map(([key, value]) => ({ key, operator: 'In' as const, values: [value] }));
    const pods = set.podsMatching(service.namespace, requirements);
    // Services with one selector get one list, which need not be gone through again.
    if (seen.has(pods)) continue;
    seen.add(pods);
    for (const { entry } of pods) {
      if (!found.has(entry)) found.set(entry, service);
    }
  }
  return found;
}
