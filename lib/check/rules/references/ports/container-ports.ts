import { isJsonObject, listField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';

/** A port that a container declares. */
export interface ContainerPort {
  readonly name?: string;
  readonly number: number;
  readonly protocol: string;
}

/**
 * The ports that a Service may find by name in a pod: those of its containers, then of its sidecars.
 *
 * Upstream: `FindPort`, k8s.io/endpointslice/utils.go. Before 1.29 sidecars counted too where they were enabled.
 */
export function containerPorts(podSpec: JsonObject | undefined): readonly ContainerPort[] {
  const containers = listField(podSpec, 'containers').filter(isJsonObject);
  const sidecars = listField(podSpec, 'initContainers')
    .filter(isJsonObject)
    .filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...containers, ...sidecars].flatMap((container) =>
    listField(container, 'ports').flatMap((port) => {
      if (!isJsonObject(port) || typeof port.containerPort !== 'number') return [];
      const name = textField(port, 'name');
      return {
        ...(name !== undefined && { name }),
        number: port.containerPort,
        protocol: textField(port, 'protocol') ?? 'TCP',
      };
    }),
  );
}
