import { type ApiObject, JsonPatch } from 'cdk8s';

import { SynthError } from './synth-error';
import { ValueResolver } from './value-resolver';

/**
 * What `ApiObject.toJson` of cdk8s makes (lib/api-object.ts): tokens replaced, patches applied,
 * keys sorted but for `apiVersion`, `kind` and `metadata`, which come first. The environment
 * variable CDK8S_DISABLE_SORT has no say.
 *
 * @throws SynthError that names the construct and the place in its data, with the error as `cause`
 */
export function renderApiObject(apiObject: ApiObject): Record<string, unknown> {
  // Private in the types of cdk8s, and of no other use to us than its own.
  const props = Reflect.get(apiObject, 'props') as object;
  const patches = Reflect.get(apiObject, 'patches') as readonly JsonPatch[];
  const resolver = new ValueResolver(apiObject);
  let isPastMetadata = false;
  try {
    const metadata: unknown = apiObject.metadata.toJson();
    isPastMetadata = true;
    const data = resolver.resolve({ ...props, metadata }, { dropEmpty: false });
    const patched = (patches.length > 0 ? JsonPatch.apply(data, ...patches) : data) as Record<
      string,
      unknown
    >;
    const result: Record<string, unknown> = {};
    for (const key of ['apiVersion', 'kind', 'metadata', ...Object.keys(patched)]) {
      if (key in patched) result[key] = patched[key];
    }
    return result;
  } catch (cause) {
    const place = isPastMetadata ? resolver.place : 'metadata';
    throw new SynthError(
      `Failed serializing construct at path '${apiObject.node.path}' with name '${apiObject.name}': ` +
        `${String(cause)}${place === '' ? '' : ` (at ${place})`}`,
      [apiObject],
      { cause },
    );
  }
}
