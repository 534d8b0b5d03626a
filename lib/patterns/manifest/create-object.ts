import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { type Construct } from 'constructs';
import { applyPatch } from './patch';

/** What {@link createObject} makes an object of. */
export interface ObjectSource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string | undefined;
    readonly labels?: Readonly<Record<string, string>> | undefined;
    readonly annotations?: Readonly<Record<string, string>> | undefined;
  };
  readonly [field: string]: unknown;
}

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
 */
export function createObject(
  scope: Construct,
  id: string,
  source: ObjectSource,
  options: ObjectOptions = {},
): ApiObject {
  const patched = options.patch === undefined ? source : (applyPatch(source, options.patch) as ObjectSource);
  const object = new ApiObject(scope, id, patched as ConstructorParameters<typeof ApiObject>[2]);
  // An ApiObject takes the namespace of its chart whether or not its kind has one.
  if (options.clusterScoped === true && Chart.of(object).namespace !== undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
  return object;
}
