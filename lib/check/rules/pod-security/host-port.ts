import { defineRule } from '../../define-rule';
import { hostPorts } from '../../pod-security/controls/host-ports';
import { baselinePod } from './example/manifests';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K504',
  name: 'host-port',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A port of the node where Pod Security forbids it',
  explanation: `A \`hostPort\` opens a port of the node, beside Services and NetworkPolicies. Of the pods that want the same one, one fits
on a node.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: baselinePod({ container: ['ports: [{ containerPort: 8080, hostPort: 80 }]'] }),
  good: baselinePod({ container: ['ports: [{ containerPort: 8080 }]'] }),
  check: checkControl(hostPorts, {
    does: ['takes a port of its node', 'take a port of their node'],
    help: () => ['drop `hostPort`, and let a Service lead to `containerPort`'],
  }),
});
