import { isJsonObject, listField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { oncePer } from '../../../../model/once-per';

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
  return podSpec === undefined ? [] : portsOf(podSpec);
}

const portsOf = oncePer((podSpec: JsonObject): readonly ContainerPort[] => {
  const containers = listField(podSpec, 'containers').filter(isJsonObject);
  const sidecars = listField(podSpec, 'initContainers')
    .filter(isJsonObject)
    .filter(({ restartPolicy }) => restartPolicy === 'Always');
  return Object.freeze([...containers, ...sidecars].flatMap(declaredPorts));
});

/** The ports that one container declares. */
export function declaredPorts(container: JsonObject | undefined): readonly ContainerPort[] {
  return listField(container, 'ports').flatMap((port) => {
    if (!isJsonObject(port) || typeof port.containerPort !== 'number') return [];
    const name = textField(port, 'name');
    return {
      ...(name !== undefined && { name }),
      number: port.containerPort,
      protocol: textField(port, 'protocol') ?? 'TCP',
    };
  });
}

/** A longer list hides what is looked for. */
const MOST = 20;

/** ``8080 (name `http`), 9090``; of very many the first. */
export function showContainerPorts(ports: readonly ContainerPort[]): string {
  if (ports.length === 0) return 'none';
  const shown = ports
    .slice(0, MOST)
    .map(({ name, number, protocol }) => {
      const facts = [
        ...(name === undefined ? [] : [`name \`${name}\``]),
        ...(protocol === 'TCP' ? [] : [protocol]),
      ];
      return facts.length === 0 ? String(number) : `${number} (${facts.join(', ')})`;
    })
    .join(', ');
  return ports.length > MOST ? `${shown} and ${ports.length - MOST} more` : shown;
}
