import { type JsonObject } from '../../../../model/json-value';
import { LabelIndex } from '../../../../model/label-index';
import { type CheckContext } from '../../../rule-context';
import { selectorRequirements } from '../selection/selector-requirements';

/** The label that the API server gives each Namespace (k8s.io/api/core/v1, LabelMetadataName). */
export const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** The namespaces of the set, by name, that a selector selects. */
export function namespacesOf(selector: JsonObject, { once }: CheckContext): readonly string[] {
  const requirements = selectorRequirements(selector);
  return requirements === undefined
    ? []
    : once(knownNamespaces)
        .matching(requirements)
        .map(({ name }) => name);
}

interface KnownNamespace {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

function knownNamespaces({ set, external }: CheckContext): LabelIndex<KnownNamespace> {
  const names = new Set([...set.namespaces(), ...set.ofKind('', 'Namespace').map(({ name }) => name)]);
  const known = [...names].map((name) => ({
    name,
    labels: {
      ...external.labelsOf('', 'Namespace', '', name),
      ...set.find('', 'Namespace', undefined, name)?.labels,
      [NAMESPACE_NAME]: name,
    },
  }));
  return new LabelIndex(known, ({ labels }) => labels);
}
