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
  const ports: ContainerPort[] = [];
  for (const container of listField(podSpec, 'containers')) {
    if (isJsonObject(container)) ports.push(...declaredPorts(container));
  }
  for (const container of listField(podSpec, 'initContainers')) {
    if (isJsonObject(container) && container.restartPolicy === 'Always')
      ports.push(...declaredPorts(container));
  }
  return Object.freeze(ports);
});

/** The ports that one container declares. */
export function declaredPorts(container: JsonObject | undefined): readonly ContainerPort[] {
  const ports: ContainerPort[] = [];
  for (const port of listField(container, 'ports')) {
    if (!isJsonObject(port) || typeof port.containerPort !== 'number') continue;
    const name = textField(port, 'name');
    const protocol = textField(port, 'protocol') ?? 'TCP';
    const number = port.containerPort;
    ports.push(name === undefined ? { number, protocol } : { name, number, protocol });
  }
  return ports;
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
