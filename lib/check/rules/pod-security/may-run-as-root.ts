import { defineRule } from '../../define-rule';
import { runAsNonRoot } from '../../pod-security/controls/run-as-non-root';
import { restrictedDeployment } from './example/manifests';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K515',
  name: 'may-run-as-root',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'Pods that may run as root where Pod Security demands that they do not',
  explanation: `\`runAsNonRoot: true\` has the kubelet refuse to start a container whose user is root: the image needs a \`USER\` by number,
or the pod \`runAsUser\`. The pod says it for all containers, or each container for itself. By the policy since 1.35 a pod
in a user namespace (\`hostUsers: false\`) may be root there.

It is a control of the level \`restricted\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: [
    {
      title: 'it is not said',
      manifests: restrictedDeployment({ pod: ['seccompProfile: { type: RuntimeDefault }'] }),
    },
    {
      title: 'a container says otherwise',
      manifests: restrictedDeployment({
        container: [
          'runAsNonRoot: false',
          'allowPrivilegeEscalation: false',
          'capabilities: { drop: [ALL] }',
        ],
      }),
    },
  ],
  good: restrictedDeployment(),
  check: checkControl(runAsNonRoot, {
    does: ['may run as root', 'may run as root'],
    help: () => [
      'write `runAsNonRoot: true` in the securityContext of the pod, and `runAsUser: 1000` if its image does not name a user',
    ],
  }),
});
