import { defineRule } from '../../define-rule';
import { runAsUser } from '../../pod-security/controls/run-as-user';
import { restrictedDeployment } from './example/manifests';
import { whereInWords } from './report/mend';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K516',
  name: 'runs-as-root',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'Pods that run as user 0 where Pod Security forbids it',
  explanation: `User 0 is root in the container, and on the node for whoever gets out of it. Any other number will do. By the policy since
1.35 a pod in a user namespace (\`hostUsers: false\`) may be root there, since it is nobody on the node.

It is a control of the level \`restricted\` of Pod Security since 1.23. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: restrictedDeployment({
    pod: ['runAsUser: 0', 'runAsNonRoot: true', 'seccompProfile: { type: RuntimeDefault }'],
  }),
  good: restrictedDeployment({
    pod: ['runAsUser: 1000', 'runAsNonRoot: true', 'seccompProfile: { type: RuntimeDefault }'],
  }),
  check: checkControl(runAsUser, {
    does: ['runs as user 0', 'run as user 0'],
    help: (violations) => [
      `write another number, such as \`runAsUser: 1000\`, in the securityContext of ${whereInWords(violations)}`,
    ],
  }),
});
