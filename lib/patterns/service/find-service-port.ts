import { type IConstruct } from 'constructs';
import { PropertyError } from '../property-error';
import { type ServicePort } from './service-port';

/** The port of a Service by its name; throws and lists those there are if there is none. */
export function findServicePort(
  construct: IConstruct,
  ports: ReadonlyMap<string, ServicePort>,
  name: string,
  property: string,
): ServicePort {
  const port = ports.get(name);
  if (port === undefined) {
    throw new PropertyError(
      construct,
      property,
      `asks for port '${name}', which the Service does not have`,
      `its ports are ${[...ports.keys()].map((known) => `'${known}'`).join(', ')}`,
    );
  }
  return port;
}
