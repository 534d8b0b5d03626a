import { isRuntimeSocket } from './pods/runtime-socket';
import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { hygienePod } from './pods/hygiene-pods';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K603',
  name: 'runtime-socket',
  group: 'hygiene',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  summary: 'A pod that mounts the socket of the container runtime',
  explanation: `Who can write to the socket of the container runtime can start containers on the node as root, past every check of the API server. Builds work without
it (BuildKit rootless, Kaniko, Buildah); what looks at pods can ask the API server.`,
  bad: podExample({ pod: ['volumes:', '  - name: docker', '    hostPath: { path: /var/run/docker.sock }'] }),
  good: podExample(),
  check(entry, context) {
    const pod = hygienePod(entry);
    for (const [index, volume] of listField(pod?.spec, 'volumes').entries()) {
      const path = isJsonObject(volume) ? textField(objectField(volume, 'hostPath'), 'path') : undefined;
      if (pod === undefined || path === undefined || !isRuntimeSocket(path)) continue;
      context.report({
        object: entry,
        path: `${pod.specPointer}/volumes/${index}/hostPath`,
        title: `${objectTitle(entry)} mounts the socket of the container runtime, and so is root on its node`,
        label: `hostPath.path is ${path}`,
        help: [
          'ask the API server for what it wants to know, or build images without a daemon (BuildKit, Buildah)',
        ],
      });
    }
  },
});
