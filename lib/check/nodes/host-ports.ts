import { isJsonObject, listField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { oncePer } from '../../model/once-per';
import { type PodTemplate } from '../../model/pod-template';

/** A port of its Node that a pod needs for itself. */
export interface HostPort {
  readonly port: number;
  /** JSON pointer of the field that says so: `hostPort`, or on the host's network `containerPort`. */
  readonly pointer: string;
  readonly protocol: string;
  /** The address of the Node that it is taken of; `0.0.0.0` for all of them. */
  readonly ip: string;
}

/** Every address of a Node. Upstream: `DefaultBindAllHostIP`, k8s.io/kube-scheduler/framework/types.go. */
export const EVERY_ADDRESS = '0.0.0.0';

/**
 * The ports of its Node that a pod has while it runs: those of containers and of sidecars. On the host's network every port
 * is one.
 *
 * Upstream: `GetHostPorts`, k8s.io/kubernetes/pkg/scheduler/util/utils.go; `defaultHostNetworkPorts`, pkg/apis/core/v1/defaults.go.
 */
export const hostPorts = oncePer(({ spec, specPointer }: PodTemplate): readonly HostPort[] => {
  const isOnHost = spec?.hostNetwork === true;
  const all: HostPort[] = [];
  for (const field of ['containers', 'initContainers']) {
    listField(spec, field).forEach((container, index) => {
      if (!isJsonObject(container)) return;
      if (field === 'initContainers' && container.restartPolicy !== 'Always') return;
      addPorts(all, container, `${specPointer}/${field}/${index}/ports`, isOnHost);
    });
  }
  return all;
});

function addPorts(all: HostPort[], container: JsonObject, pointer: string, isOnHost: boolean): void {
  const list = listField(container, 'ports');
  for (let at = 0; at < list.length; at++) {
    const port = list[at];
    const taken = isJsonObject(port) ? portOf(port, `${pointer}/${at}`, isOnHost) : undefined;
    if (taken !== undefined) all.push(taken);
  }
}

function portOf(
  { hostPort, hostIP, containerPort, protocol }: JsonObject,
  pointer: string,
  isOnHost: boolean,
): HostPort | undefined {
  const isWritten = typeof hostPort === 'number' && hostPort > 0;
  const port = isWritten ? hostPort : isOnHost ? containerPort : undefined;
  if (typeof port !== 'number' || port <= 0) return undefined;
  return {
    port,
    pointer: `${pointer}/${isWritten ? 'hostPort' : 'containerPort'}`,
    protocol: typeof protocol === 'string' ? protocol : 'TCP',
    ip: typeof hostIP === 'string' && hostIP !== '' ? hostIP : EVERY_ADDRESS,
  };
}
