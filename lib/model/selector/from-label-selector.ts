import { type LabelSelector } from '../label-selector';
import { EVERYTHING, type Labels, type Requirement, type Selector, selectorOf } from './selector';

function equals(labels: Labels): Requirement[] {
  return Object.entries(labels).map(([key, value]) => ({ key, operator: 'Equals', values: [value] }));
}

/**
 * What a `LabelSelector` selects: where it is missing nothing, where it is empty everything
 * (LabelSelectorAsSelector in k8s.io/apimachinery/pkg/apis/meta/v1). Use `labelSelectorErrors` to
 * see first whether the server takes it.
 */
export function fromLabelSelector(selector: LabelSelector | null | undefined): Selector {
  if (selector === undefined || selector === null) return 'nothing';
  const expressions = (selector.matchExpressions ?? []).map(({ key, operator, values }) => ({
    key,
    operator,
    values: values ?? [],
  }));
  return selectorOf([...equals(selector.matchLabels ?? {}), ...expressions]);
}

/**
 * What a plain map selects, as a ReplicationController and a node selector have it: every label of it
 * has to be there; no labels select everything (SelectorFromSet in k8s.io/apimachinery/pkg/labels).
 */
export function fromLabelMap(labels: Labels | null | undefined): Selector {
  return labels === undefined || labels === null ? EVERYTHING : selectorOf(equals(labels));
}

/**
 * What the selector of a Service selects: as a plain map, but nothing where it is missing or empty,
 * since endpoints are then made by hand (syncService in pkg/controller/endpointslice passes over a
 * Service without a selector; an empty one is stored as none).
 */
export function fromServiceSelector(labels: Labels | null | undefined): Selector {
  return Object.keys(labels ?? {}).length === 0 ? 'nothing' : fromLabelMap(labels);
}
