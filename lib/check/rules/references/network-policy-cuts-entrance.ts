import { groupBy } from '../../../model/group-by';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webWorkload } from './example/web-workload';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { cutEntranceInWords } from './network/cut-entrance-in-words';
import { cutEntrances } from './network/cut-entrances';
import { webPolicy } from './network/web-policy';
import { webService } from './network/web-service';
import { CLIENT_KINDS } from './webhooks/service-clients';

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: web, port: { number: 80 } } }
---
`;
const WEB = webWorkload({ container: 'ports: [{ containerPort: 8080 }]' });
const FRONT = webWorkload({ name: 'front', labels: 'app: front' });

export default defineRule({
  code: 'K378',
  name: 'network-policy-cuts-entrance',
  group: 'references',
  severity: 'warning',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  reads: [
    'Namespace',
    'Service',
    'networking.k8s.io/Ingress',
    ...CLIENT_KINDS,
    ...WORKLOAD_KINDS,
    ...RBAC_KINDS,
  ],
  summary: 'A NetworkPolicy that keeps out what comes by an Ingress, a webhook or from outside',
  explanation: `What an Ingress, a Service of type LoadBalancer or NodePort, or a webhook leads to pods does not come from pods of their namespace: it comes from
an Ingress controller in a namespace of its own, from the API server, from an address outside. Where the policies that select the pods let in only
pods of their own namespace on that port, or nobody, it is dropped.

Who the controller is no manifest tells. So a rule without \`from\`, one with an \`ipBlock\` and one with a \`namespaceSelector\` count as
letting it in (for a webhook a \`namespaceSelector\` only where it may select \`kube-system\`), and nothing is said where the set has roles by which
a controller in the namespace itself may read Ingresses. A controller on the network of the host gets through to pods of its own node all the
same, whatever the policies say: that works here and there, which is worse.`,
  bad: [
    {
      title: 'an Ingress',
      manifests:
        policy('- from: [{ podSelector: { matchLabels: { app: front } } }]') +
        INGRESS +
        webService() +
        WEB +
        FRONT,
    },
    {
      title: 'a load balancer',
      manifests: policy('- ports: [{ port: 80 }]') + webService({ type: 'LoadBalancer' }) + WEB,
    },
  ],
  good: [
    {
      title: 'the namespace of the controller',
      manifests:
        policy(
          '- from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress-nginx } } }]',
        ) +
        INGRESS +
        webService() +
        WEB,
    },
    {
      title: 'the port of the pods',
      manifests: policy('- ports: [{ port: 8080 }]') + webService({ type: 'LoadBalancer' }) + WEB,
    },
  ],
  checkSet(context) {
    const groups = groupBy(
      context.once(cutEntrances),
      ({ policy: { position }, path, entrance: { by, service } }) =>
        `${position} ${path} ${by} ${service.position}`,
    );
    for (const [first, ...more] of groups.values()) {
      if (first !== undefined) context.report(cutEntranceInWords([first, ...more], context));
    }
  },
});

function policy(rule: string): string {
  return webPolicy({ rules: `  policyTypes: [Ingress]\n  ingress:\n    ${rule}\n` });
}
