/** A field of an API type, as one Kubernetes version has it. */
export interface RawField {
  /** In the notation of the table (lib/check/schema/table.ts). */
  readonly shape: string;
  readonly required: boolean;
  /** Whether its description calls it deprecated. */
  readonly deprecated: boolean;
}

/** An API type, by the names of its fields. */
export type RawType = ReadonlyMap<string, RawField>;

/** What the OpenAPI document of one Kubernetes version says. */
export interface RawSchema {
  /** By short name: `core.v1.Pod`. */
  readonly types: ReadonlyMap<string, RawType>;
  /** The type of a kind, by `apps/v1 Deployment`. */
  readonly kinds: ReadonlyMap<string, string>;
}
