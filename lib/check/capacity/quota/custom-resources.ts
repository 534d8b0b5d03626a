import { groupBy } from '../../../model/group-by';
import { type CheckContext } from '../../rule-context';
import { type CustomResource, definedResource } from './custom-resource';

/** The resources of API groups that are not built in, as far as the set or the declarations tell of them. */
export function customResources(group: string, { once, external }: CheckContext): readonly CustomResource[] {
  const declared = external
    .resourcesIn(group)
    .map(({ resource, kind, namespaced }) => ({ plural: resource, kind, isNamespaced: namespaced }));
  return [...(once(definedResources).get(group) ?? []), ...declared];
}

/** By their groups. */
export function definedResources({
  set,
  external,
}: CheckContext): ReadonlyMap<string, readonly (CustomResource & { readonly group: string })[]> {
  const definitions = [
    ...set.ofKind('apiextensions.k8s.io', 'CustomResourceDefinition').map(({ object }) => object),
    ...external.crds,
  ];
  return groupBy(
    definitions.flatMap((definition) => definedResource(definition) ?? []),
    ({ group }) => group,
  );
}
