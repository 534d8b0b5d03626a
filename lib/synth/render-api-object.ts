import { type ApiObject, JsonPatch } from 'cdk8s';

import { metadataToJson, renderMetadata } from './render-metadata';
import { SynthError } from './synth-error';
import { AsIs, ValueResolver } from './value-resolver';

/** What {@link renderApiObject} makes. */
export interface RenderedApiObject {
  /** Tokens replaced and keys sorted, before patches. */
  readonly data: Data;
  readonly json: Data;
}

type Data = Readonly<Record<string, unknown>>;

const FIRST_KEYS = ['apiVersion', 'kind', 'metadata'];

/**
 * What `ApiObject.toJson` of cdk8s makes (lib/api-object.ts): tokens replaced, patches applied,
 * keys sorted but for `apiVersion`, `kind` and `metadata`, which come first. The environment
 * variable CDK8S_DISABLE_SORT has no say.
 *
 * @param before what came of it, or of one that took its place, last time; if the same comes of it now, that very
 * `data` is given again, and of `json` nothing is said. Never of an object with patches, which may change its data.
 * @throws SynthError that names the construct and the place in its data, with the error as `cause`
 */
export function renderApiObject(apiObject: ApiObject, before?: Data): RenderedApiObject {
  // Private in the types of cdk8s, and of no other use to us than its own.
  const props = Reflect.get(apiObject, 'props') as object;
  const patches = Reflect.get(apiObject, 'patches') as readonly JsonPatch[];
  const resolver = new ValueResolver(apiObject);
  let isPastMetadata = false;
  try {
    const metadata = resolveMetadata(apiObject, resolver, before?.metadata);
    isPastMetadata = true;
    const data = resolver.resolve({ ...props, metadata }, { dropEmpty: false }, before) as Data;
    if (data === before) return { data, json: data };
    const patched = (patches.length > 0 ? JsonPatch.apply(data, ...patches) : data) as Data;
    const json: Record<string, unknown> = {};
    for (const key of FIRST_KEYS) if (key in patched) json[key] = patched[key];
    for (const key of Object.keys(patched)) json[key] = patched[key];
    return { data, json };
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

/** Resolved already, if nobody else has a say in it: cdk8s does so a second time, with the same result. */
function resolveMetadata({ metadata }: ApiObject, resolver: ValueResolver, before: unknown): unknown {
  if (!resolver.isStock || metadata.toJson !== metadataToJson) return metadata.toJson() as unknown;
  return new AsIs(renderMetadata(metadata, before));
}
