import { type JsonObject } from '../../../../model/json-value';
import { LabelIndex } from '../../../../model/label-index';
import { type Selection } from '../../../../model/selection';
import { type CheckContext } from '../../../rule-context';
import { selectorRequirements } from '../selection/selector-requirements';

/** The label that the API server gives each Namespace (k8s.io/api/core/v1, LabelMetadataName). */
export const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** The namespaces of the set that a selector selects; undefined where it makes no sense. */
export function namespacesOf(
  selector: JsonObject,
  { once }: CheckContext,
): Selection<KnownNamespace> | undefined {
  const requirements = selectorRequirements(selector);
  return requirements && once(knownNamespaces).selection(requirements);
}

/** Whether the namespace of that name is one of them. */
export function isAmongNamespaces(name: string, selector: JsonObject, context: CheckContext): boolean {
  const namespace = context.once(namespacesByName).get(name);
  return namespace !== undefined && namespacesOf(selector, context)?.has(namespace) === true;
}

/** A namespace of the set. */
export interface KnownNamespace {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

function knownNamespaces({ set, external }: CheckContext): LabelIndex<KnownNamespace> {
  const names = new Set([...set.namespaces(), ...set.ofKind('', 'Namespace').map(({ name }) => name)]);
  const known = [...names].map((name): KnownNamespace => ({
    name,
    labels: {
      ...external.labelsOf('', 'Namespace', '', name),
      ...set.find('', 'Namespace', undefined, name)?.labels,
      [NAMESPACE_NAME]: name,
    },
  }));
  return new LabelIndex(known, ({ labels }) => labels);
}

function namespacesByName({ once }: CheckContext): ReadonlyMap<string, KnownNamespace> {
  return new Map(once(knownNamespaces).items.map((namespace) => [namespace.name, namespace]));
}
