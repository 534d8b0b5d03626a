import { defineRule } from '../../define-rule';
import { privileged } from '../../pod-security/controls/privileged';
import { baselinePod } from './example/manifests';
import { whereInWords } from './report/mend';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K502',
  name: 'privileged-container',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A privileged container where Pod Security forbids it',
  explanation: `A privileged container is root on its node: it has every capability and every device, and no profile confines it.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: baselinePod({ container: ['securityContext: { privileged: true }'] }),
  good: baselinePod(),
  check: checkControl(privileged, {
    does: ['has a privileged container', 'have a privileged container'],
    help: (violations) => [
      `drop \`privileged: true\` in ${whereInWords(violations)}; where one capability is what it needs, add that one`,
    ],
  }),
});
