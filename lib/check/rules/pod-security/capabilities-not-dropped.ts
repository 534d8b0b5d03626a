import { defineRule } from '../../define-rule';
import { capabilitiesRestricted } from '../../pod-security/controls/capabilities-restricted';
import { restrictedDeployment } from './example/manifests';
import { whereInWords } from './report/mend';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K518',
  name: 'capabilities-not-dropped',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A container that keeps capabilities where Pod Security demands that it drops all',
  explanation: `Every container drops all capabilities, and adds none but \`NET_BIND_SERVICE\`, for ports below 1024. Pods that are said to run
on Windows (\`spec.os.name\`) have no need of it, by the policy since 1.25.

It is a control of the level \`restricted\` of Pod Security since 1.22. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: [
    {
      title: 'none are dropped',
      manifests: restrictedDeployment({ container: ['allowPrivilegeEscalation: false'] }),
    },
    {
      title: 'one is added',
      manifests: restrictedDeployment({
        container: ['allowPrivilegeEscalation: false', 'capabilities: { drop: [ALL], add: [CHOWN] }'],
      }),
    },
  ],
  good: restrictedDeployment({
    container: ['allowPrivilegeEscalation: false', 'capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }'],
  }),
  check: checkControl(capabilitiesRestricted, {
    does: ['keeps capabilities', 'keep capabilities'],
    help: (violations) => [
      `write \`securityContext: { capabilities: { drop: [ALL] } }\` in ${whereInWords(violations)}, and add none but \`NET_BIND_SERVICE\``,
    ],
  }),
});
