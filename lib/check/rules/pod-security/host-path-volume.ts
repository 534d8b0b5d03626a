import { defineRule } from '../../define-rule';
import { hostPathVolumes } from '../../pod-security/controls/host-path-volumes';
import { baselinePod } from './example/manifests';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K503',
  name: 'host-path-volume',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A hostPath volume where Pod Security forbids it',
  explanation: `A \`hostPath\` volume shows a pod the files of its node, which may be those of other pods, the kubelet's or root's.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: baselinePod({ spec: ['volumes:', '  - name: data', '    hostPath: { path: /data }'] }),
  good: baselinePod({ spec: ['volumes:', '  - name: data', '    emptyDir: {}'] }),
  check: checkControl(hostPathVolumes, {
    does: ['mounts a path of its node', 'mount a path of their node'],
    help: () => [
      'use a PersistentVolumeClaim for what has to stay, `emptyDir: {}` for what has not, and a ConfigMap for files to read',
    ],
  }),
});
