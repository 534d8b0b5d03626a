import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { type Construct } from 'constructs';
import { type ObjectSource } from './object-source';
import { applyPatch } from './patch';
import { refuseMetadata } from './refuse-metadata';

/** How {@link createObject} makes it. */
export interface ObjectOptions {
  /** Merged over the object, see {@link Patch}. */
  readonly patch?: unknown;
  /** The object belongs to no namespace, whatever its chart says. */
  readonly clusterScoped?: boolean;
}

/**
 * Makes one object of a pattern: a plain `ApiObject`, so that a patch, ours or cdk8s' own
 * `addJsonPatch`, reaches the manifest whole.
 * @throws PropertyError if a name or label is one that the API server refuses
 */
export function createObject(
  scope: Construct,
  id: string,
  source: ObjectSource,
  options: ObjectOptions = {},
): ApiObject {
  const patched = options.patch === undefined ? source : (applyPatch(source, options.patch) as ObjectSource);
  refuseMetadata(scope, patched);
  const object = new ApiObject(scope, id, patched as ConstructorParameters<typeof ApiObject>[2]);
  // An ApiObject takes the namespace of its chart whether or not its kind has one.
  if (options.clusterScoped === true && Chart.of(object).namespace !== undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
  return object;
}
