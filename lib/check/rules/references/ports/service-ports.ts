import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { oncePer } from '../../../../model/once-per';

/** A port of a Service, with what the API server fills in. */
export interface ServicePort {
  /** Place in `spec.ports`. */
  readonly index: number;
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
  /** The number, or the name, of the container's port; the same as `port` where it is not written. */
  readonly targetPort: number | string;
}

/** The ports of a Service; those without a number, which the server refuses, are left out. */
export const servicePorts = oncePer((service: JsonObject): readonly ServicePort[] => {
  const ports: ServicePort[] = [];
  listField(objectField(service, 'spec'), 'ports').forEach((written, index) => {
    if (!isJsonObject(written) || typeof written.port !== 'number') return;
    const { port, targetPort } = written;
    const name = textField(written, 'name');
    // An empty or zero targetPort is the port (setDefaultServicePort, pkg/apis/core/v1/defaults.go).
    const isTarget =
      (typeof targetPort === 'number' && targetPort !== 0) ||
      (typeof targetPort === 'string' && targetPort !== '');
    const protocol = textField(written, 'protocol') ?? 'TCP';
    const target = isTarget ? targetPort : port;
    ports.push(
      name === undefined
        ? { index, port, protocol, targetPort: target }
        : { index, name, port, protocol, targetPort: target },
    );
  });
  return ports;
});

/** A longer list hides what is looked for. */
const MOST = 20;

/** ``80 (name `http`, targetPort 8080)``, one after the other; of very many the first. */
export function showPorts(ports: readonly ServicePort[]): string {
  if (ports.length === 0) return 'none';
  const shown = ports.slice(0, MOST).map(showPort).join(', ');
  return ports.length > MOST ? `${shown} and ${ports.length - MOST} more` : shown;
}

function showPort({ name, port, protocol, targetPort }: ServicePort): string {
  const facts = [
    ...(name === undefined ? [] : [`name \`${name}\``]),
    ...(protocol === 'TCP' ? [] : [protocol]),
    ...(targetPort === port
      ? []
      : [`targetPort ${typeof targetPort === 'number' ? targetPort : `\`${targetPort}\``}`]),
  ];
  return facts.length === 0 ? String(port) : `${port} (${facts.join(', ')})`;
}
