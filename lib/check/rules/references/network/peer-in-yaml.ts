import { textMapField } from '../../../../model/json-object';
import { type PodSource } from '../../../../model/object-set';
import { type Labels } from '../../../../model/selector/selector';

/** A peer of a policy of that namespace that means these pods, as YAML. */
export function peerInYaml(pod: PodSource, namespace: string): string {
  const { entry } = pod;
  const pods = podSelectorInYaml(ownLabels(pod));
  return entry.namespace === namespace
    ? `{ ${pods} }`
    : `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${entry.namespace} } }, ${pods} }`;
}

/** The labels by which a workload knows its pods. */
export function ownLabels({ template }: PodSource): Labels {
  const selector = textMapField(template.selector, 'matchLabels');
  return Object.keys(selector).length === 0 ? template.labels : selector;
}

/** `podSelector: { matchLabels: { app: web } }` */
export function podSelectorInYaml(labels: Labels): string {
  const written = Object.entries(labels).map(
    ([key, value]) => `${key}: ${/^[a-z][\w.-]*$/i.test(value) ? value : JSON.stringify(value)}`,
  );
  return `podSelector: { matchLabels: { ${written.join(', ')} } }`;
}
