import { listField, objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { podExample } from './pods/pod-example';

const SERVICE = (type: string): string =>
  `${podExample({ container: ['readinessProbe:', '  tcpSocket: { port: 80 }'] })}---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  type: ${type}\n  selector: { app: web }\n  ports:\n    - port: 80\n`;

export default defineRule({
  code: 'K622',
  name: 'service-exposed',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: ['Service'],
  summary: 'A Service that opens a port of every node, or a load balancer',
  explanation: `A \`NodePort\` is open on every node, a \`LoadBalancer\` to whoever reaches its address; with \`externalIPs\` a Service takes traffic of addresses that
may be somebody else's (CVE-2020-8554). Where an Ingress or a Gateway is the way in, others are mistakes.`,
  bad: SERVICE('NodePort'),
  good: SERVICE('ClusterIP'),
  check(entry, context) {
    const spec = objectField(entry.object, 'spec');
    const type = textField(spec, 'type') ?? 'ClusterIP';
    const addresses = listField(spec, 'externalIPs');
    if (type !== 'NodePort' && type !== 'LoadBalancer' && addresses.length === 0) return;
    const isAddress = addresses.length > 0;
    context.report({
      object: entry,
      path: isAddress ? '/spec/externalIPs' : '/spec/type',
      title: `${objectTitle(entry)} is reachable from outside of the cluster`,
      label: isAddress ? 'externalIPs are set' : `type is ${type}`,
      help: ['leave the type at ClusterIP, and let an Ingress or a Gateway lead there'],
    });
  },
});
