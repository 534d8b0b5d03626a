import { defineRule } from '../../define-rule';
import { seccompProfileRestricted } from '../../pod-security/controls/seccomp-profile-restricted';
import { restrictedDeployment } from './example/manifests';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K517',
  name: 'no-seccomp-profile',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'Pods without a seccomp profile where Pod Security demands one',
  explanation: `Seccomp says which system calls a container may make; without a profile it may make all. At this level the pod names the
profile of the runtime or one of the node's, or each container does. Pods that are said to run on Windows (\`spec.os.name\`)
have no need of it, by the policy since 1.25.

It is a control of the level \`restricted\` of Pod Security since 1.19. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: restrictedDeployment({ pod: ['runAsNonRoot: true'] }),
  good: restrictedDeployment(),
  check: checkControl(seccompProfileRestricted, {
    does: ['has no seccomp profile', 'have no seccomp profile'],
    help: () => ['write `seccompProfile: { type: RuntimeDefault }` in the securityContext of the pod'],
  }),
});
