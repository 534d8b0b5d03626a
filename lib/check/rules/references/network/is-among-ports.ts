import { type JsonObject } from '../../../../model/json-value';
import { type PodSource } from '../../../../model/object-set';
import { textField } from '../../../../model/json-object';
import { containerPorts } from '../ports/container-ports';

/** A port of a pod, by number. */
export interface PodPort {
  readonly number: number;
  readonly protocol: string;
}

/** Whether the ports of a rule hold that port of a pod; a name is looked up in its containers. No ports are all. */
export function isAmongPorts(
  ports: readonly JsonObject[] | undefined,
  { number, protocol }: PodPort,
  { template }: PodSource,
): boolean {
  if (ports === undefined) return true;
  return ports.some((each) => {
    if ((textField(each, 'protocol') ?? 'TCP') !== protocol) return false;
    const { port, endPort } = each;
    if (typeof port === 'number')
      return port <= number && number <= (typeof endPort === 'number' ? endPort : port);
    if (typeof port !== 'string') return true;
    return containerPorts(template.spec).some(
      (known) => known.name === port && known.protocol === protocol && known.number === number,
    );
  });
}
