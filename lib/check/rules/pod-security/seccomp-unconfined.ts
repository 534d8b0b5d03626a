import { defineRule } from '../../define-rule';
import { seccompProfileBaseline } from '../../pod-security/controls/seccomp-profile-baseline';
import { baselinePod } from './example/manifests';
import { whereInWords } from './report/mend';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K509',
  name: 'seccomp-unconfined',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A seccomp profile that Pod Security forbids',
  explanation: `Seccomp says which system calls a container may make. A pod may name the profile of the runtime or one of the node's, and
not \`Unconfined\`.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: baselinePod({ spec: ['securityContext: { seccompProfile: { type: Unconfined } }'] }),
  good: baselinePod({ spec: ['securityContext: { seccompProfile: { type: RuntimeDefault } }'] }),
  check: checkControl(seccompProfileBaseline, {
    does: ['is not confined by seccomp', 'are not confined by seccomp'],
    help: (violations) => [
      `write \`seccompProfile: { type: RuntimeDefault }\` in the securityContext of ${whereInWords(violations)}`,
    ],
  }),
});
