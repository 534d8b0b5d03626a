import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';

/** By which an EndpointSlice says whose it is. */
export const SERVICE_LABEL = 'kubernetes.io/service-name';

/** A port of endpoints that are written by hand. */
export interface EndpointPort {
  /** Empty for the one that has none. */
  readonly name: string;
  readonly number: number | undefined;
}

/** The ports of an Endpoints object (all subsets together) or of an EndpointSlice. */
export function endpointPorts({ object, kind }: ObjectEntry): readonly EndpointPort[] {
  const holders = kind === 'Endpoints' ? listField(object, 'subsets').filter(isJsonObject) : [object];
  return holders.flatMap((holder) =>
    listField(holder, 'ports')
      .filter(isJsonObject)
      .map((port) => ({
        name: textField(port, 'name') ?? '',
        number: typeof port.port === 'number' ? port.port : undefined,
      })),
  );
}

/** The Service of the set that endpoints belong to. */
export function serviceOf(
  { namespace, name, kind, labels }: ObjectEntry,
  { set }: CheckContext,
): ObjectEntry | undefined {
  const service = kind === 'Endpoints' ? name : labels[SERVICE_LABEL];
  return service === undefined || service === '' ? undefined : set.find('', 'Service', namespace, service);
}

/** Whether the control plane finds the endpoints of a Service by itself. */
export function hasSelector(service: JsonObject): boolean {
  return Object.keys(objectField(objectField(service, 'spec'), 'selector') ?? {}).length > 0;
}

/** Whether leader election keeps its lock in it: such Endpoints are of no Service. */
export function isLock({ object }: ObjectEntry): boolean {
  const annotations = objectField(objectField(object, 'metadata'), 'annotations') ?? {};
  return Object.hasOwn(annotations, 'control-plane.alpha.kubernetes.io/leader');
}
