import { defineRule } from '../../define-rule';
import { procMountRestricted } from '../../pod-security/controls/proc-mount-restricted';
import { restrictedDeployment } from './example/manifests';
import { whereInWords } from './report/mend';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K519',
  name: 'unmasked-proc-restricted',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A container with all of /proc where Pod Security restricted forbids it, user namespace or not',
  explanation: `Runtimes hide parts of \`/proc\` that tell of the node or change it. \`procMount: Unmasked\` shows them. At \`baseline\` a pod in a
user namespace (\`hostUsers: false\`) may have it; at \`restricted\` none may.

It is a control of the level \`restricted\` of Pod Security since 1.35; before, that of \`baseline\` (K508) says the same. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: restrictedDeployment({
    spec: ['hostUsers: false'],
    container: ['procMount: Unmasked', 'allowPrivilegeEscalation: false', 'capabilities: { drop: [ALL] }'],
  }),
  good: restrictedDeployment(),
  check: checkControl(procMountRestricted, {
    does: ['has all of /proc in a container', 'have all of /proc in a container'],
    help: (violations) => [`drop \`procMount\` in ${whereInWords(violations)}`],
  }),
});
