import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { objectField, textField } from '../../../../model/json-object';
import { type ServicePort, servicePorts } from './service-ports';

/** A Service of the set that something refers to. */
export interface KnownService {
  readonly entry: ObjectEntry;
  readonly ports: readonly ServicePort[];
}

/**
 * The Service of that name, with its ports. Undefined when the set has none, and when its ports say nothing: one of
 * type ExternalName needs none.
 */
export function knownService(
  { set }: CheckContext,
  namespace: string,
  name: string,
): KnownService | undefined {
  const entry = set.find('', 'Service', namespace, name);
  if (entry === undefined) return undefined;
  const ports = servicePorts(entry.object);
  const isExternal = textField(objectField(entry.object, 'spec'), 'type') === 'ExternalName';
  return isExternal && ports.length === 0 ? undefined : { entry, ports };
}
