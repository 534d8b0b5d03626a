import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { checkContainers } from './pods/check-containers';

export default defineRule({
  code: 'K612',
  name: 'writable-root',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A container that may write to its own file system',
  explanation: `What can write to its own file system can be changed while it runs, and fills the disk of its node. Programs that need a place to write have
\`emptyDir\` volumes for it.`,
  bad: podExample(),
  good: podExample({ container: ['securityContext:', '  readOnlyRootFilesystem: true'] }),
  check: checkContainers({
    find: ({ container }, pod) => {
      const own = objectField(container, 'securityContext');
      if (objectField(pod.spec, 'os')?.name === 'windows') return undefined;
      if (own?.readOnlyRootFilesystem === true) return undefined;
      return ['/securityContext', 'readOnlyRootFilesystem is not true'];
    },
    does: ['may write to its own file system', 'may write to their own file system'],
    help: ['set `securityContext.readOnlyRootFilesystem: true`, and mount an `emptyDir` where it writes'],
  }),
});
