import { type ApiObject, type ApiObjectMetadataDefinition } from 'cdk8s';

import { ValueResolver } from './value-resolver';

/**
 * What `ApiObjectMetadataDefinition.toJson` of cdk8s makes (lib/metadata.ts): the metadata of an
 * object or of its pods, without what is empty.
 */
export function renderMetadata(metadata: ApiObjectMetadataDefinition): unknown {
  // Private in the types of cdk8s.
  const of = (key: string): unknown => Reflect.get(metadata, key);
  const attributes = {
    ...(of('_additionalAttributes') as object),
    name: metadata.name,
    namespace: metadata.namespace,
    annotations: of('annotations'),
    finalizers: of('finalizers'),
    ownerReferences: of('ownerReferences'),
    labels: of('labels'),
  };
  return new ValueResolver(of('apiObject') as ApiObject).resolve(attributes, { dropEmpty: true });
}
