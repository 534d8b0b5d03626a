import { isJsonObject, listField, objectField, textField } from '../../model/json-object';
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
 * How the pods of a template keep apart from one another, of whatever version. Terms that are about other namespaces are left out.
 *
 * Upstream: `satisfyPodAntiAffinity`, k8s.io/kubernetes/pkg/scheduler/framework/plugins/interpodaffinity/filtering.go.
 */
export function keptApart({ spec, specPointer, labels }: PodTemplate): readonly KeptApart[] {
  const affinity = objectField(objectField(spec, 'affinity'), 'podAntiAffinity');
  return listField(affinity, REQUIRED).flatMap((term, index) => {
    if (!isJsonObject(term)) return [];
    const key = textField(term, 'topologyKey');
    const selector = readLabelSelector(term.labelSelector);
    if (key === undefined || selector === undefined || !matchesSelector(selector, labels)) return [];
    // Of another version of the same workload it need not keep apart.
    if (listField(term, 'matchLabelKeys').length > 0 || listField(term, 'mismatchLabelKeys').length > 0)
      return [];
    if (listField(term, 'namespaces').length > 0 || term.namespaceSelector !== undefined) return [];
    return { pointer: `${specPointer}/affinity/podAntiAffinity/${REQUIRED}/${index}`, key };
  });
}
