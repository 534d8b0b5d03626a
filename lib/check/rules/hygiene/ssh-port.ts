import { isJsonObject, listField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { checkContainers } from './pods/check-containers';

export default defineRule({
  code: 'K630',
  name: 'ssh-port',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A container that serves SSH',
  explanation: `A container is entered by \`kubectl exec\`, which asks the API server who may. A daemon for SSH beside it is a second door with keys of its own.`,
  bad: podExample({ container: ['ports:', '  - containerPort: 22'] }),
  good: podExample({ container: ['ports:', '  - containerPort: 8080'] }),
  check: checkContainers({
    find: ({ container }) => {
      const index = listField(container, 'ports').findIndex(
        (port) => isJsonObject(port) && port.containerPort === 22 && (port.protocol ?? 'TCP') === 'TCP',
      );
      return index < 0 ? undefined : [`/ports/${index}/containerPort`, `ports[${index}].containerPort is 22`];
    },
    does: ['serves SSH', 'serve SSH'],
    help: ['use `kubectl exec`; a Git server by SSH is better off with a port above 1024'],
  }),
});
