import { objectField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';

/** A resource that a CustomResourceDefinition of the set, or a declaration, tells of. */
export interface CustomResource {
  readonly plural: string;
  readonly kind: string;
  readonly isNamespaced: boolean;
}

/** The resource of a CustomResourceDefinition, with its group; undefined where the definition does not say. */
export function definedResource(
  definition: JsonObject,
): (CustomResource & { readonly group: string }) | undefined {
  const spec = objectField(definition, 'spec');
  const names = objectField(spec, 'names');
  const group = textField(spec, 'group');
  const kind = textField(names, 'kind');
  const plural = textField(names, 'plural');
  if (group === undefined || kind === undefined || plural === undefined) return undefined;
  return { group, kind, plural, isNamespaced: textField(spec, 'scope') !== 'Cluster' };
}
