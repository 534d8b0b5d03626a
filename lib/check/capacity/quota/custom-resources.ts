import { groupBy } from '../../../model/group-by';
import { objectField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type CheckContext } from '../../rule-context';

/** A resource that a CustomResourceDefinition of the set, or a declaration, tells of. */
export interface CustomResource {
  readonly plural: string;
  readonly kind: string;
  readonly isNamespaced: boolean;
}

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
  return groupBy(definitions.flatMap(resourceOf), ({ group }) => group);
}

function resourceOf(definition: JsonObject): readonly (CustomResource & { readonly group: string })[] {
  const spec = objectField(definition, 'spec');
  const names = objectField(spec, 'names');
  const [group, kind, plural] = [
    textField(spec, 'group'),
    textField(names, 'kind'),
    textField(names, 'plural'),
  ];
  if (group === undefined || kind === undefined || plural === undefined) return [];
  return [{ group, kind, plural, isNamespaced: textField(spec, 'scope') !== 'Cluster' }];
}
