import { type IConstruct } from 'constructs';
import { PropertyError } from '../property-error';

/**
 * The number of a port as it stands in a manifest.
 * @throws PropertyError if it is none
 */
export function wirePort(construct: IConstruct, property: string, port: number): number {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PropertyError(construct, property, `is ${port}`, 'a port is a whole number from 1 to 65535');
  }
  return port;
}
