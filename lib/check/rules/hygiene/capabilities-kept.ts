import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { checkContainers } from './pods/check-containers';

import { texts } from './pods/texts';

export default defineRule({
  code: 'K614',
  name: 'capabilities-kept',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A container that keeps the default capabilities',
  explanation: `A container runtime leaves fourteen capabilities to root, among them to open raw sockets and to change owners. Hardly any program needs one.`,
  bad: podExample(),
  good: podExample({ container: ['securityContext:', '  capabilities: { drop: [ALL] }'] }),
  check: checkContainers({
    find: ({ container }, pod) => {
      const own = objectField(container, 'securityContext');
      if (objectField(pod.spec, 'os')?.name === 'windows') return undefined;
      const dropped = texts(objectField(own, 'capabilities'), 'drop').map((name) => name.toUpperCase());
      if (dropped.includes('ALL')) return undefined;
      return ['/securityContext', 'capabilities.drop has no ALL'];
    },
    does: ['keeps capabilities that it hardly needs', 'keep capabilities that they hardly need'],
    help: ["set `securityContext.capabilities.drop: ['ALL']`, and add what it needs"],
  }),
});
