import { objectField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type PodSource } from '../../../../model/object-set';
import { type PodPort } from '../network/is-among-ports';
import { containerPorts } from '../ports/container-ports';
import { servicePorts } from '../ports/service-ports';

/**
 * The ports of a pod that are asked by a port of a Service, or by any of them where none is said. Names that the pod does not have,
 * and ports that the Service does not have, lead nowhere. Undefined where any port may be asked: of a headless Service without ports.
 */
export function targetPorts(
  service: JsonObject,
  port: number | undefined,
  { template }: PodSource,
): readonly PodPort[] | undefined {
  const ports = servicePorts(service);
  // There is no Service's address in between: what is asked is the pod's own port.
  if (objectField(service, 'spec')?.clusterIP === 'None') {
    if (port !== undefined) {
      return [{ number: port, protocol: ports.find((each) => each.port === port)?.protocol ?? 'TCP' }];
    }
    if (ports.length === 0) return undefined;
  }
  const known = containerPorts(template.spec);
  return ports
    .filter((each) => port === undefined || each.port === port)
    .flatMap(({ targetPort, protocol }) =>
      typeof targetPort === 'number'
        ? { number: targetPort, protocol }
        : known
            .filter((each) => each.name === targetPort && each.protocol === protocol)
            .map(({ number }) => ({ number, protocol })),
    );
}
