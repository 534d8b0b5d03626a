import { defineRule } from '../../define-rule';
import { capabilitiesBaseline } from '../../pod-security/controls/capabilities-baseline';
import { baselinePod } from './example/manifests';
import { whereInWords } from './report/mend';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K505',
  name: 'non-default-capability',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A capability beyond the default ones where Pod Security forbids it',
  explanation: `Capabilities are parts of what root may do. A container may add those that runtimes give anyway: \`AUDIT_WRITE\`,
\`CHOWN\`, \`DAC_OVERRIDE\`, \`FOWNER\`, \`FSETID\`, \`KILL\`, \`MKNOD\`, \`NET_BIND_SERVICE\`, \`SETFCAP\`, \`SETGID\`, \`SETPCAP\`,
\`SETUID\`, \`SYS_CHROOT\`. They are written without \`CAP_\`.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: baselinePod({ container: ['securityContext: { capabilities: { add: [NET_ADMIN] } }'] }),
  good: baselinePod({ container: ['securityContext: { capabilities: { add: [NET_BIND_SERVICE] } }'] }),
  check: checkControl(capabilitiesBaseline, {
    does: ['adds capabilities that are not default ones', 'add capabilities that are not default ones'],
    help: (violations) => [
      `drop them from \`securityContext.capabilities.add\` of ${whereInWords(violations)}`,
    ],
  }),
});
