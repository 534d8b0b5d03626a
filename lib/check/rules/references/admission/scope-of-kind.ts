import { objectField, textField } from '../../../../model/json-object';
import { isKindNamespaced } from '../../../../model/kinds';
import { type JsonObject } from '../../../../model/json-value';
import { type CheckContext } from '../../../rule-context';

/**
 * Whether objects of a kind live in namespaces; undefined for one that is neither built in nor defined by a
 * CustomResourceDefinition of the set, or one that is declared.
 */
export function scopeOfKind(group: string, kind: string, context: CheckContext): boolean | undefined {
  return isKindNamespaced(group, kind) ?? context.once(definedScopes).get(`${group}/${kind}`);
}

function definedScopes({ set, external }: CheckContext): ReadonlyMap<string, boolean> {
  const definitions: readonly JsonObject[] = [
    ...set.ofKind('apiextensions.k8s.io', 'CustomResourceDefinition').map(({ object }) => object),
    ...external.crds,
  ];
  return new Map(
    definitions.map((definition) => {
      const spec = objectField(definition, 'spec');
      const kind = textField(objectField(spec, 'names'), 'kind') ?? '';
      return [`${textField(spec, 'group') ?? ''}/${kind}`, spec?.scope !== 'Cluster'];
    }),
  );
}
