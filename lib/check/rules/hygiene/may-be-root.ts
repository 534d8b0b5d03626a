import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { checkContainers } from './pods/check-containers';

export default defineRule({
  code: 'K611',
  name: 'may-be-root',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A container that may run as root',
  explanation: `Nothing says that this container does not run as root: neither \`runAsNonRoot: true\` nor a \`runAsUser\` of its own. Root in a container is root on
the node as soon as anything is shared with it.`,
  bad: podExample(),
  good: podExample({ container: ['securityContext:', '  runAsNonRoot: true'] }),
  check: checkContainers({
    find: ({ container }, pod) => {
      const own = objectField(container, 'securityContext');
      const ofPod = objectField(pod.spec, 'securityContext');
      if (objectField(pod.spec, 'os')?.name === 'windows') return undefined;
      if (own?.runAsNonRoot === true || (own?.runAsNonRoot === undefined && ofPod?.runAsNonRoot === true))
        return undefined;
      const user = own?.runAsUser ?? ofPod?.runAsUser;
      if (typeof user === 'number' && user !== 0) return undefined;
      return ['/securityContext', user === 0 ? 'runAsUser is 0' : 'runAsNonRoot is not true'];
    },
    does: ['may run as root', 'may run as root'],
    help: ['set `securityContext.runAsNonRoot: true`'],
  }),
});
