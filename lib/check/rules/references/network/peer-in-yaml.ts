import { textMapField } from '../../../../model/json-object';
import { type PodSource } from '../../../../model/object-set';

/** A peer of a policy of that namespace that means these pods, as YAML. */
export function peerInYaml({ entry, template }: PodSource, namespace: string): string {
  const selector = textMapField(template.selector, 'matchLabels');
  const labels = Object.keys(selector).length === 0 ? template.labels : selector;
  const written = Object.entries(labels).map(
    ([key, value]) => `${key}: ${/^[a-z][\w.-]*$/i.test(value) ? value : JSON.stringify(value)}`,
  );
  const pods = `podSelector: { matchLabels: { ${written.join(', ')} } }`;
  return entry.namespace === namespace
    ? `{ ${pods} }`
    : `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${entry.namespace} } }, ${pods} }`;
}
