import { defineRule } from '../../define-rule';
import { procMount } from '../../pod-security/controls/proc-mount';
import { baselinePod } from './example/manifests';
import { whereInWords } from './report/mend';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K508',
  name: 'unmasked-proc',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A container with all of /proc where Pod Security forbids it',
  explanation: `Runtimes hide parts of \`/proc\` that tell of the node or change it. \`procMount: Unmasked\` shows them, for containers in
containers. By the policy since 1.35 it is permitted in a user namespace (\`hostUsers: false\`). Clusters before 1.33
reset the field, unless a feature gate is on.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: {
    manifests: baselinePod({
      spec: ['hostUsers: false'],
      container: ['securityContext: { procMount: Unmasked }'],
    }),
    target: '1.34',
  },
  good: [
    baselinePod({ container: ['securityContext: { procMount: Default }'] }),
    {
      title: 'a user namespace, by the policy of 1.35',
      manifests: baselinePod({
        spec: ['hostUsers: false'],
        container: ['securityContext: { procMount: Unmasked }'],
      }),
      target: '1.35',
    },
  ],
  check: checkControl(procMount, {
    does: ['has all of /proc in a container', 'have all of /proc in a container'],
    help: (violations) => [
      `drop \`procMount\` in ${whereInWords(violations)}`,
      'from the policy of 1.35 on, `hostUsers: false` permits it',
    ],
  }),
});
