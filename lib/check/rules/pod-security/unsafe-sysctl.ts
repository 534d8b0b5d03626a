import { defineRule } from '../../define-rule';
import { sysctls } from '../../pod-security/controls/sysctls';
import { baselinePod } from './example/manifests';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K510',
  name: 'unsafe-sysctl',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A sysctl that Pod Security forbids',
  explanation: `Of the kernel's settings a pod may change those that hold for itself only: \`kernel.shm_rmid_forced\`,
\`net.ipv4.ip_local_port_range\`, \`net.ipv4.ip_unprivileged_port_start\`, \`net.ipv4.tcp_syncookies\`,
\`net.ipv4.ping_group_range\`; since 1.27 \`net.ipv4.ip_local_reserved_ports\`; since 1.29 \`net.ipv4.tcp_keepalive_time\`,
\`net.ipv4.tcp_fin_timeout\`, \`net.ipv4.tcp_keepalive_intvl\`, \`net.ipv4.tcp_keepalive_probes\`; since 1.32
\`net.ipv4.tcp_rmem\`, \`net.ipv4.tcp_wmem\`. What counts is the version of the policy: \`enforce-version\`.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: baselinePod({ spec: ['securityContext: { sysctls: [{ name: net.core.somaxconn, value: "1024" }] }'] }),
  good: baselinePod({
    spec: ['securityContext: { sysctls: [{ name: net.ipv4.tcp_syncookies, value: "1" }] }'],
  }),
  check: checkControl(sysctls, {
    does: ['sets a sysctl', 'set a sysctl'],
    help: () => ['drop it from `sysctls`, and set it on the nodes if all pods may have it'],
  }),
});
