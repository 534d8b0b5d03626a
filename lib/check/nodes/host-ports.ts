import { isJsonObject, listField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
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
export function hostPorts({ spec, specPointer }: PodTemplate): readonly HostPort[] {
  const isOnHost = spec?.hostNetwork === true;
  const of = (field: string, isCounted: (container: JsonObject) => boolean): readonly HostPort[] =>
    listField(spec, field).flatMap((container, index) =>
      isJsonObject(container) && isCounted(container)
        ? listField(container, 'ports').flatMap((port, at) =>
            isJsonObject(port) ? portOf(port, `${specPointer}/${field}/${index}/ports/${at}`, isOnHost) : [],
          )
        : [],
    );
  return [
    ...of('containers', () => true),
    ...of('initContainers', ({ restartPolicy }) => restartPolicy === 'Always'),
  ];
}

function portOf(
  { hostPort, hostIP, containerPort, protocol }: JsonObject,
  pointer: string,
  isOnHost: boolean,
): readonly HostPort[] {
  const isWritten = typeof hostPort === 'number' && hostPort > 0;
  const port = isWritten ? hostPort : isOnHost ? containerPort : undefined;
  if (typeof port !== 'number' || port <= 0) return [];
  return [
    {
      port,
      pointer: `${pointer}/${isWritten ? 'hostPort' : 'containerPort'}`,
      protocol: typeof protocol === 'string' ? protocol : 'TCP',
      ip: typeof hostIP === 'string' && hostIP !== '' ? hostIP : EVERY_ADDRESS,
    },
  ];
}
