import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { checkContainers } from './pods/check-containers';

export default defineRule({
  code: 'K613',
  name: 'may-gain-privileges',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A container whose processes may gain more rights than they had',
  explanation: `Unless \`allowPrivilegeEscalation\` is false, a program with the setuid bit gives its caller the rights of its owner.`,
  bad: podExample(),
  good: podExample({ container: ['securityContext:', '  allowPrivilegeEscalation: false'] }),
  check: checkContainers({
    find: ({ container }, pod) => {
      const own = objectField(container, 'securityContext');
      if (objectField(pod.spec, 'os')?.name === 'windows') return undefined;
      if (own?.allowPrivilegeEscalation === false) return undefined;
      return ['/securityContext', 'allowPrivilegeEscalation is not false'];
    },
    does: ['may gain more rights than it started with', 'may gain more rights than they started with'],
    help: ['set `securityContext.allowPrivilegeEscalation: false`'],
  }),
});
