import { objectField, textField } from '../../../../../model/json-object';
import { type JsonObject } from '../../../../../model/json-value';
import { type ObjectEntry } from '../../../../../model/object-entry';
import { objectAt, objectsIn } from '../object-at';
import { type Provision } from './provision';

/**
 * The Secret of an ExternalSecret of the External Secrets Operator.
 *
 * Upstream: external-secrets, apis/externalsecrets/v1/externalsecret_types.go (ExternalSecretTarget: the name is that
 * of the ExternalSecret by default; None makes no Secret, Merge writes into one that is there).
 */
export function externalSecret({ object, namespace, name }: ObjectEntry): readonly Provision[] {
  return secretOf(objectField(object, 'spec'), namespace, name);
}

/** The Secrets of a ClusterExternalSecret, in whatever namespaces it selects. */
export function clusterExternalSecret({ object, name }: ObjectEntry): readonly Provision[] {
  const spec = objectField(object, 'spec');
  return secretOf(
    objectField(spec, 'externalSecretSpec'),
    undefined,
    textField(spec, 'externalSecretName') ?? name,
  );
}

function secretOf(
  spec: JsonObject | undefined,
  namespace: string | undefined,
  ownName: string,
): readonly Provision[] {
  const target = objectField(spec, 'target');
  const policy = textField(target, 'creationPolicy');
  if (policy === 'None') return [];
  const name = textField(target, 'name') ?? ownName;
  if (policy === 'Merge') return [{ kind: 'Secret', namespace, name, isOnlyFilled: true }];
  const template = objectField(target, 'template');
  const keys = keysOf(spec, template);
  const type = textField(template, 'type') ?? 'Opaque';
  return [{ kind: 'Secret', namespace, name, type, ...(keys && { keys }) }];
}

function keysOf(
  spec: JsonObject | undefined,
  template: JsonObject | undefined,
): readonly string[] | undefined {
  if (template?.templateFrom !== undefined) return undefined;
  const written = Object.keys(objectField(template, 'data') ?? {});
  // A template with data replaces what was fetched, unless it is told to merge.
  if (written.length > 0 && textField(template, 'mergePolicy') !== 'Merge') return written;
  if (objectsIn(spec, 'dataFrom').length > 0) return undefined;
  return [...written, ...objectsIn(spec, 'data').flatMap((each) => textField(each, 'secretKey') ?? [])];
}

/** The Secret of an ExternalSecret of its predecessor, kubernetes-client.io. */
export function formerExternalSecret({ object, namespace, name }: ObjectEntry): readonly Provision[] {
  const type = textField(object, 'type') ?? textField(objectAt(object, 'spec', 'template'), 'type');
  return [{ kind: 'Secret', namespace, name, ...(type !== undefined && { type }) }];
}
