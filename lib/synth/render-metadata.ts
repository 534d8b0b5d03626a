import { type ApiObject, type ApiObjectMetadataDefinition } from 'cdk8s';

import { ValueResolver } from './value-resolver';

/**
 * What `ApiObjectMetadataDefinition.toJson` of cdk8s makes (lib/metadata.ts): the metadata of an
 * object or of its pods, without what is empty.
 *
 * @param before what came of it last time, and was not changed since
 */
export function renderMetadata(metadata: ApiObjectMetadataDefinition, before?: unknown): unknown {
  // Private in the types of cdk8s.
  const of = (key: string): unknown => Reflect.get(metadata, key);
  // Key by key: cdk8s deletes a key of the additional ones, which makes a spread of them slow.
  const additional = of('_additionalAttributes') as Readonly<Record<string, unknown>>;
  const attributes: Record<string, unknown> = {};
  for (const key of Object.keys(additional)) attributes[key] = additional[key];
  attributes.name = metadata.name;
  attributes.namespace = metadata.namespace;
  for (const key of ['annotations', 'finalizers', 'ownerReferences', 'labels']) attributes[key] = of(key);
  return new ValueResolver(of('apiObject') as ApiObject).resolve(attributes, { dropEmpty: true }, before);
}

/** {@link renderMetadata} as the method that cdk8s has for it. */
export function metadataToJson(this: ApiObjectMetadataDefinition): unknown {
  return renderMetadata(this);
}
