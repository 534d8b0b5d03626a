import { defineRule } from '../../define-rule';
import { restrictedVolumes } from '../../pod-security/controls/restricted-volumes';
import { restrictedDeployment } from './example/manifests';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K513',
  name: 'restricted-volume',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'A volume of a type that Pod Security forbids',
  explanation: `At this level a pod mounts \`configMap\`, \`csi\`, \`downwardAPI\`, \`emptyDir\`, \`ephemeral\`, \`image\`,
\`persistentVolumeClaim\`, \`projected\` and \`secret\`. Storage of other kinds is had through a PersistentVolume and its
claim, which the platform's people make.

It is a control of the level \`restricted\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: restrictedDeployment({
    spec: ['volumes:', '  - name: data', '    nfs: { server: nfs.example.com, path: /data }'],
  }),
  good: restrictedDeployment({ spec: ['volumes:', '  - name: data', '    emptyDir: {}'] }),
  check: checkControl(restrictedVolumes, {
    does: ['mounts a restricted type of volume', 'mount a restricted type of volume'],
    help: () => [
      'make it a PersistentVolume, and mount its claim: `persistentVolumeClaim: { claimName: ... }`',
    ],
  }),
});
