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
 * Whether a peer of a policy may mean somebody who comes from outside of its namespace: by an address, or by a namespace that may be that of
 * an Ingress controller, of a load balancer or of an agent of the API server.
 */
export function mayBeOutsider(
  peer: JsonObject,
  { namespace: own }: ObjectEntry,
  by: Entrance['by'],
  context: CheckContext,
): boolean {
  if (objectField(peer, 'ipBlock') !== undefined) return true;
  const namespaces = objectField(peer, 'namespaceSelector');
  if (namespaces === undefined) return false;
  return by === 'server' ? maySelectNamespace(namespaces, SYSTEM, context) : !isOnly(own, namespaces);
}

/** Whether who comes may be a pod of that namespace itself: the set has an Ingress controller there, or the API server its agents. */
export function mayBeAmongPods(namespace: string, by: Entrance['by'], context: CheckContext): boolean {
  return by === 'server'
    ? namespace === SYSTEM
    : readerRole('networking.k8s.io', 'Ingress', namespace, context) !== undefined;
}

/** Whether a selector of namespaces selects none but the one of that name. */
function isOnly(namespace: string, selector: JsonObject): boolean {
  return (selectorRequirements(selector) ?? []).some(
    ({ key, operator, values = [] }) =>
      key === NAMESPACE_NAME && operator === 'In' && values.every((value) => value === namespace),
  );
}
