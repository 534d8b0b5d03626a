import { defineRule } from '../../define-rule';
import { hostNamespaces } from '../../pod-security/controls/host-namespaces';
import { baselinePod } from './example/manifests';
import { hostPortNotes } from './report/host-port-notes';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K501',
  name: 'host-namespaces',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'Pods that share the network, processes or IPC of their node where Pod Security forbids it',
  explanation: `With \`hostNetwork\` a pod is on the network of its node: it listens on the node's addresses, reaches what is bound to
localhost there, and NetworkPolicies do not hold it. With \`hostPID\` and \`hostIPC\` it sees the node's processes and
their memory.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: baselinePod({ spec: ['hostPID: true'] }),
  good: baselinePod(),
  check: checkControl(hostNamespaces, {
    does: ['shares namespaces of its node', 'share namespaces of their node'],
    help: (violations) => [
      `drop ${violations.map(({ pointer }) => `\`${pointer.slice('/spec/'.length)}\``).join(', ')}`,
    ],
    notes: hostPortNotes,
  }),
});
