import { isJsonObject, listField } from '../../../model/json-object';
import { type Control } from '../control';
import { podContainers } from '../pod-containers';
import { containerNames, containersInWords, sortedSet } from '../wording';

/** Upstream: `CheckHostPorts`, k8s.io/pod-security-admission/policy/check_hostPorts.go. */
export const hostPorts: Control = {
  id: 'hostPorts',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(_metadata, spec) {
        const found = podContainers(spec).flatMap(({ name, pointer, container }) =>
          listField(container, 'ports').flatMap((port, index) => {
            const hostPort = isJsonObject(port) ? port.hostPort : undefined;
            if (typeof hostPort !== 'number' || hostPort === 0) return [];
            return { hostPort, container: name, pointer: `${pointer}/ports/${index}/hostPort` };
          }),
        );
        if (found.length === 0) return undefined;
        const names = containerNames(found);
        const ports = sortedSet(found.map(({ hostPort }) => String(hostPort)));
        const uses = names.length === 1 ? 'uses' : 'use';
        return {
          reason: 'hostPort',
          detail: `${containersInWords(names)} ${uses} ${ports.length === 1 ? 'hostPort' : 'hostPorts'} ${ports.join(', ')}`,
          violations: found.map(({ container, pointer }) => ({ container, pointer })),
        };
      },
    },
  ],
};
