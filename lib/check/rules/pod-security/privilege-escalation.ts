import { defineRule } from '../../define-rule';
import { allowPrivilegeEscalation } from '../../pod-security/controls/allow-privilege-escalation';
import { restrictedDeployment } from './example/manifests';
import { whereInWords } from './report/mend';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K514',
  name: 'privilege-escalation',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A container that may gain privileges where Pod Security demands that it may not',
  explanation: `Unless \`allowPrivilegeEscalation\` is false, a process may get more rights than its parent had, by a setuid program such as
\`sudo\`. It is true where nothing is written. Every container has to say so, init containers too; a pod as a whole cannot.
Pods that are said to run on Windows (\`spec.os.name\`) have no need of it, by the policy since 1.25.

It is a control of the level \`restricted\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: restrictedDeployment({ container: ['capabilities: { drop: [ALL] }'] }),
  good: restrictedDeployment(),
  check: checkControl(allowPrivilegeEscalation, {
    does: ['may gain privileges', 'may gain privileges'],
    help: (violations) => [
      `write \`securityContext: { allowPrivilegeEscalation: false }\` in ${whereInWords(violations)}`,
    ],
  }),
});
