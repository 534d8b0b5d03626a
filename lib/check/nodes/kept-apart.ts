import { isJsonObject, listField, objectField, textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type PodTemplate } from '../../model/pod-template';
import { matchesSelector } from '../../model/selector/matches-selector';
import { readLabelSelector } from '../../model/selector/read-label-selector';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** A term of required anti-affinity by which the pods of a template keep apart from one another. */
export interface KeptApart {
  /** JSON pointer of the term. */
  readonly pointer: string;
  /** No two of the pods are on Nodes with one value of this label. */
  readonly key: string;
}

/**
 * How the pods of a template keep apart from one another, of whatever version. Terms that are about other namespaces than theirs are
 * left out.
 *
 * Upstream: `satisfyPodAntiAffinity`, k8s.io/kubernetes/pkg/scheduler/framework/plugins/interpodaffinity/filtering.go.
 */
export function keptApart(
  { spec, specPointer, labels }: PodTemplate,
  namespace: string,
): readonly KeptApart[] {
  const affinity = objectField(objectField(spec, 'affinity'), 'podAntiAffinity');
  return listField(affinity, REQUIRED).flatMap((term, index) => {
    if (!isJsonObject(term)) return [];
    const key = textField(term, 'topologyKey');
    const selector = readLabelSelector(term.labelSelector);
    if (key === undefined || selector === undefined || !matchesSelector(selector, labels)) return [];
    // Of another version of the same workload it need not keep apart.
    if (listField(term, 'matchLabelKeys').length > 0 || listField(term, 'mismatchLabelKeys').length > 0)
      return [];
    if (!isAbout(namespace, term)) return [];
    return { pointer: `${specPointer}/affinity/podAntiAffinity/${REQUIRED}/${index}`, key };
  });
}

/**
 * Whether a term is about pods of a namespace, which has them, whatever labels it has.
 *
 * Upstream: `getNamespacesFromPodAffinityTerm` and `AffinityTerm.Matches`, k8s.io/kube-scheduler/framework/types.go: both fields
 * add up, and without either it is about the namespace of the pods.
 */
function isAbout(namespace: string, term: JsonObject): boolean {
  const namespaces = listField(term, 'namespaces');
  if (namespaces.includes(namespace)) return true;
  const selector = readLabelSelector(term.namespaceSelector);
  if (selector === 'nothing') return namespaces.length === 0;
  return selector?.requirements.length === 0;
}
