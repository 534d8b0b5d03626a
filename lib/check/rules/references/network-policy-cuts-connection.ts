import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webWorkload } from './example/web-workload';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { cutConnections } from './network/all-cuts';
import { groupCuts } from './network/group-cuts';
import { cutInWords } from './network/cut-in-words';
import { webPolicy } from './network/web-policy';
import { webService } from './network/web-service';

const FRONT = webWorkload({
  name: 'front',
  labels: 'app: front',
  container: 'env: [{ name: API_URL, value: "http://web:80/" }]',
});
const WEB = webWorkload({ container: 'ports: [{ containerPort: 8080 }]' }) + webService();

export default defineRule({
  code: 'K367',
  name: 'network-policy-cuts-connection',
  group: 'references',
  severity: 'warning',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  reads: ['ConfigMap', 'Namespace', 'Secret', 'Service', ...WORKLOAD_KINDS, ...RBAC_KINDS],
  summary: 'A NetworkPolicy that cuts pods off from a Service which they are told to ask',
  explanation: `Pods that a policy of type Ingress selects get what a rule of some policy lets in, and nothing else; pods of one of type Egress send what a
rule lets out. Both sides have to let a connection through. The ports are those of the pods that are asked: a policy is about what is left of a
connection once the address and the port of the Service are replaced.

Which pods are told to ask which Service is read in their commands, arguments and variables, and in ConfigMaps and Secrets that no other workload takes as a whole:
\`http://api:8080\`, \`api.shop.svc\`, a \`DB_HOST\` that is the name of a Service. The pods of a StatefulSet ask each other where their headless Service is
about pods that are not ready. Reported is a connection that all policies of the set together let through to none of the Service's pods. What
cannot be known counts as let through: addresses, labels of Namespaces that are not in the set, and all of a namespace in which a network plugin has policies
of its own kind, programs of the set make some, or \`external\` declares any. A Service before more than 50 different kinds of pods is not looked at.

It is a warning, since what a pod is told it need not use.`,
  bad: [
    { title: 'the port of the Service', manifests: policy('app: front', 80) + FRONT + WEB },
    {
      title: 'other pods',
      manifests: policy('app: back', 8080) + FRONT + WEB + webWorkload({ name: 'back', labels: 'app: back' }),
    },
  ],
  good: policy('app: front', 8080) + FRONT + WEB,
  checkSet(context) {
    for (const group of groupCuts(context.once(cutConnections))) context.report(cutInWords(group, context));
  },
});

function policy(labels: string, port: number): string {
  return webPolicy({
    rules: `  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels: { ${labels} }
      ports:
        - port: ${port}
`,
  });
}
