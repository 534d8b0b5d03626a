import { type JsonValue } from '../../model/json-value';

/** One field that differs. A field that is absent on one side has no value there. */
export interface FieldChange {
  /** As a person writes it: `spec.template.spec.containers[web].image`. */
  readonly path: string;
  /** The names from the root; an item of a list by its key, or its index. */
  readonly tokens: readonly string[];
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}
