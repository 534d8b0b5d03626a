import { defineRule } from '../../define-rule';
import { hostProbesAndHostLifecycle } from '../../pod-security/controls/host-probes-and-host-lifecycle';
import { baselinePod } from './example/manifests';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K512',
  name: 'probe-host',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A probe or lifecycle hook that asks another host where Pod Security forbids it',
  explanation: `The kubelet makes the requests of probes and hooks. With \`host\` a pod has it ask whom it likes from the node: the node
itself, the cloud's metadata service, or others behind the firewall. Without it the pod's own address is asked.

It is a control of the level \`baseline\` of Pod Security since 1.34. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: baselinePod({
    container: ['livenessProbe: { httpGet: { host: 169.254.169.254, path: /, port: 80 } }'],
  }),
  good: baselinePod({ container: ['livenessProbe: { httpGet: { path: /, port: 80 } }'] }),
  check: checkControl(hostProbesAndHostLifecycle, {
    does: ['has the kubelet ask another host', 'have the kubelet ask another host'],
    help: () => [
      'drop `host`: the pod itself is asked then; for a virtual host write the header: `httpHeaders: [{ name: Host, value: ... }]`',
    ],
  }),
});
