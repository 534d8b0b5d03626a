import { objectField, textField } from '../../../../../model/json-object';
import { type ObjectEntry } from '../../../../../model/object-entry';
import { type Provision } from './provision';

/**
 * The Secret that a SealedSecret is opened to. It always has the name of the SealedSecret.
 *
 * Upstream: sealed-secrets, pkg/apis/sealedsecrets/v1alpha1/sealedsecret_expansion.go (Unseal).
 */
export function sealedSecret({ object, namespace, name }: ObjectEntry): readonly Provision[] {
  const spec = objectField(object, 'spec');
  const template = objectField(spec, 'template');
  const keys = [
    ...Object.keys(objectField(spec, 'encryptedData') ?? {}),
    ...Object.keys(objectField(template, 'data') ?? {}),
  ];
  const type = textField(template, 'type') ?? 'Opaque';
  return [{ kind: 'Secret', namespace, name, keys, type }];
}
