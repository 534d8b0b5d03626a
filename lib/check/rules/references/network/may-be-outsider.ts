import { objectField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';
import { readerRole } from '../lookup/run-time-makers';
import { selectorRequirements } from '../selection/selector-requirements';
import { type Entrance } from './entrances';
import { maySelectNamespace } from './may-be-peer';
import { NAMESPACE_NAME } from './namespaces-of';

/** Where what asks for the API server runs, where that asks by way of pods (konnectivity-agent). */
const SYSTEM = 'kube-system';

/**
 * Whether a peer of a policy may mean somebody who is no pod of the set: by an address, or by a namespace that may be that of an Ingress
 * controller, of a load balancer or of an agent of the API server. Pods of the policy's own namespace are others, unless
 * the set has a controller there.
 */
export function mayBeOutsider(
  peer: JsonObject,
  { namespace: own }: ObjectEntry,
  by: Entrance['by'],
  context: CheckContext,
): boolean {
  if (objectField(peer, 'ipBlock') !== undefined) return true;
  const namespaces = objectField(peer, 'namespaceSelector');
  if (by === 'server') {
    return namespaces === undefined ? own === SYSTEM : maySelectNamespace(namespaces, SYSTEM, context);
  }
  if (namespaces !== undefined && !isOnly(own, namespaces)) return true;
  return readerRole('networking.k8s.io', 'Ingress', own, context) !== undefined;
}

/** Whether a selector of namespaces selects none but the one of that name. */
function isOnly(namespace: string, selector: JsonObject): boolean {
  return (selectorRequirements(selector) ?? []).some(
    ({ key, operator, values = [] }) =>
      key === NAMESPACE_NAME && operator === 'In' && values.every((value) => value === namespace),
  );
}
