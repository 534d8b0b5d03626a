import { objectField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { requirementHolds } from '../../../../model/selector/matches-selector';
import { type CheckContext } from '../../../rule-context';
import { isSelected } from '../selection/pods-of-selector';
import { selectorRequirements } from '../selection/selector-requirements';
import { isInjectedLabel } from './injected-labels';
import { NAMESPACE_NAME } from './namespaces-of';

/**
 * Whether a peer of a policy may mean pods of the set. What cannot be known counts for yes: addresses, labels of a Namespace that
 * the set does not have, labels that others put on pods.
 */
export function mayBePeer(
  peer: JsonObject,
  { namespace: own }: ObjectEntry,
  pod: PodSource,
  context: CheckContext,
): boolean {
  if (objectField(peer, 'ipBlock') !== undefined) return true;
  const { namespace } = pod.entry;
  const namespaces = objectField(peer, 'namespaceSelector');
  const isInReach =
    namespaces === undefined ? namespace === own : maySelectNamespace(namespaces, namespace, context);
  return isInReach && maySelectPod(objectField(peer, 'podSelector'), pod);
}

/** Whether a selector of namespaces may select the one of that name. */
export function maySelectNamespace(
  selector: JsonObject,
  namespace: string,
  { set, external }: CheckContext,
): boolean {
  const entry = set.find('', 'Namespace', undefined, namespace);
  const declared = external.labelsOf('', 'Namespace', '', namespace);
  const labels: Readonly<Record<string, string>> = {
    ...declared,
    ...entry?.labels,
    [NAMESPACE_NAME]: namespace,
  };
  return (selectorRequirements(selector) ?? []).every(({ key, operator, values = [] }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (value === undefined && entry === undefined) return true;
    return requirementHolds({ key, operator, values }, value);
  });
}

function maySelectPod(selector: JsonObject | undefined, pod: PodSource): boolean {
  const requirements = selector && selectorRequirements(selector);
  // What the API server refuses is not judged here.
  if (selector === undefined || requirements === undefined) return true;
  const known = requirements.filter(({ key }) => !isInjectedLabel(key));
  if (known.length === 0) return true;
  const told =
    known.length === requirements.length
      ? selector
      : { matchExpressions: known.map(({ key, operator, values = [] }) => ({ key, operator, values })) };
  return isSelected(pod, told);
}
