import { defineRule } from '../../define-rule';
import { seLinuxOptions } from '../../pod-security/controls/se-linux-options';
import { baselinePod } from './example/manifests';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K507',
  name: 'selinux-options',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'SELinux options that Pod Security forbids',
  explanation: `The type of a container may be \`container_t\`, \`container_init_t\`, \`container_kvm_t\` and, by the policy since 1.31,
\`container_engine_t\`; user and role may not be set. Another type, such as \`spc_t\`, leaves the confinement. The level
is free.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: baselinePod({ container: ['securityContext: { seLinuxOptions: { type: spc_t } }'] }),
  good: baselinePod({ container: ['securityContext: { seLinuxOptions: { type: container_t } }'] }),
  check: checkControl(seLinuxOptions, {
    does: ['sets SELinux options', 'set SELinux options'],
    help: () => ['drop `user`, `role` and the type, or write `type: container_t`'],
  }),
});
