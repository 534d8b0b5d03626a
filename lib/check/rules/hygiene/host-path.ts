import { isRuntimeSocket } from './pods/runtime-socket';
import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { hygienePod } from './pods/hygiene-pods';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K602',
  name: 'host-path',
  group: 'hygiene',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  summary: 'A pod that mounts a path of its node',
  explanation: `A \`hostPath\` volume ties the data to one node: the pod finds other files, or none, as soon as it is started elsewhere. It reads and writes with the
rights of the node's files, and is refused where Pod Security \`baseline\` holds.

Agents of nodes need it; of a DaemonSet nothing is said. For data there are claims, \`emptyDir\` for what need not stay, \`local\`
volumes for disks of a node.`,
  bad: podExample({ pod: ['volumes:', '  - name: data', '    hostPath: { path: /data }'] }),
  good: podExample({ pod: ['volumes:', '  - name: data', '    emptyDir: {}'] }),
  check(entry, context) {
    const pod = hygienePod(entry);
    if (pod === undefined || entry.kind === 'DaemonSet') return;
    const found = listField(pod.spec, 'volumes').flatMap((volume, index) => {
      const path = isJsonObject(volume) ? textField(objectField(volume, 'hostPath'), 'path') : undefined;
      return path === undefined || isRuntimeSocket(path) ? [] : { path, index };
    });
    const [first] = found;
    if (first === undefined) return;
    context.report({
      object: entry,
      path: `${pod.specPointer}/volumes/${first.index}/hostPath`,
      title: `${objectTitle(entry)} mounts ${found.map(({ path }) => `\`${path}\``).join(', ')} of whatever node it runs on`,
      label: found.map(({ path, index }) => `volumes[${index}].hostPath.path is ${path}`).join('\n'),
      notes: ['on another node the pod finds other files, or none'],
      help: [
        'use a PersistentVolumeClaim for what has to stay, `emptyDir: {}` for what has not',
        `if it is about the node itself: ${
          entry.path === undefined
            ? 'switch K602 off for this file, by `paths` of kubewright.config.ts'
            : "allow(this, 'K602', '<reason>')"
        }`,
      ],
    });
  },
});
