import { textField } from '../../../../../model/json-object';
import { type ObjectEntry } from '../../../../../model/object-entry';
import { objectAt, objectsIn } from '../object-at';
import { type Provider, type Provision } from './provision';

/** A Secret that has the name of the custom resource, and keys that only the operator knows. */
export const secretOfItsName: Provider = ({ namespace, name }) => [{ kind: 'Secret', namespace, name }];

/** A Secret whose name, and maybe namespace, the custom resource says. */
export function secretNamedAt(
  fields: readonly string[],
  nameField: string,
  namespaceField?: string,
): Provider {
  return ({ object, namespace }) => {
    const holder = objectAt(object, ...fields);
    const name = textField(holder, nameField);
    if (name === undefined) return [];
    const at = namespaceField === undefined ? undefined : textField(holder, namespaceField);
    return [{ kind: 'Secret', namespace: at ?? namespace, name }];
  };
}

/** Secrets whose names are that of the custom resource with something behind it. */
export function secretsWithSuffixes(...suffixes: readonly string[]): Provider {
  return ({ namespace, name }) =>
    suffixes.map((suffix) => ({ kind: 'Secret', namespace, name: `${name}${suffix}` }));
}

/**
 * The Secret of the Vault Secrets Operator, which it makes only when it is told to.
 *
 * Upstream: vault-secrets-operator, api/v1beta1/common.go (Destination: `create` is false by default).
 */
export const vaultSecret: Provider = ({ object, namespace }) => {
  const destination = objectAt(object, 'spec', 'destination');
  const name = textField(destination, 'name');
  if (name === undefined) return [];
  return [{ kind: 'Secret', namespace, name, isOnlyFilled: destination?.create !== true }];
};

/** SopsSecret (isindir.github.com): a Secret for each template. */
export function sopsSecret({ object, namespace }: ObjectEntry): readonly Provision[] {
  return objectsIn(objectAt(object, 'spec'), 'secretTemplates').flatMap((template) => {
    const name = textField(template, 'name');
    if (name === undefined) return [];
    const keys = ['data', 'stringData'].flatMap((field) => Object.keys(objectAt(template, field) ?? {}));
    return [{ kind: 'Secret', namespace, name, keys, type: textField(template, 'type') ?? 'Opaque' }];
  });
}

/**
 * SecretProviderClass of the secrets store CSI driver: Secrets that are there as long as a pod mounts the class.
 *
 * Upstream: secrets-store-csi-driver, apis/v1/secretproviderclass_types.go (SecretObject).
 */
export function secretProviderClass({ object, namespace }: ObjectEntry): readonly Provision[] {
  return objectsIn(objectAt(object, 'spec'), 'secretObjects').flatMap((each) => {
    const name = textField(each, 'secretName');
    if (name === undefined) return [];
    const keys = objectsIn(each, 'data').flatMap((item) => textField(item, 'key') ?? []);
    return [{ kind: 'Secret', namespace, name, keys, type: textField(each, 'type') ?? 'Opaque' }];
  });
}

/** Infisical keeps one Secret, or several. */
export function infisicalSecret(entry: ObjectEntry): readonly Provision[] {
  const spec = objectAt(entry.object, 'spec');
  const one = secretNamedAt(['spec', 'managedSecretReference'], 'secretName', 'secretNamespace')(entry);
  const several = objectsIn(spec, 'managedKubeSecretReferences').flatMap((each) => {
    const name = textField(each, 'secretName');
    if (name === undefined) return [];
    return [
      {
        kind: 'Secret' as const,
        namespace: textField(each, 'secretNamespace') ?? entry.namespace,
        name,
      },
    ];
  });
  return [...one, ...several];
}

/** DataVolume (cdi.kubevirt.io): a claim of its name. */
export const claimOfItsName: Provider = ({ namespace, name }) => [
  { kind: 'PersistentVolumeClaim', namespace, name },
];

/**
 * Where Crossplane, and what is made after it, writes the connection to what it makes. Every kind may have the field.
 */
export function connectionSecret({ object, namespace }: ObjectEntry): readonly Provision[] {
  const reference = objectAt(object, 'spec', 'writeConnectionSecretToRef');
  const name = textField(reference, 'name');
  if (name === undefined) return [];
  return [{ kind: 'Secret', namespace: textField(reference, 'namespace') ?? namespace, name }];
}
