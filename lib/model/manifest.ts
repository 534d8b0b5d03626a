import { type JsonObject } from './json-value';

/** `metadata` of a {@link Manifest}: the fields by which objects are told apart and selected. */
export type ManifestMetadata = JsonObject & {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
};

/** One Kubernetes object as plain data, with the field names of the wire format. */
export interface Manifest extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
}
