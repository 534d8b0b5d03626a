/** What is wrong, each told by a rule of its own. */
export type SchemaProblemKind =
  | 'unknown-kind'
  | 'unchecked-kind'
  | 'unread-pattern'
  | 'kind-not-served'
  | 'kind-off-by-default'
  | 'deprecated-kind'
  | 'unknown-field'
  | 'missing-field'
  | 'field-not-in-version'
  | 'deprecated-field'
  | 'wrong-type'
  | 'unlisted-value'
  | 'out-of-range'
  | 'bad-quantity'
  | 'bad-format'
  | 'duplicate-item'
  | 'repeated-key';

/** One finding about the schema of an object, as data. */
export interface SchemaProblem {
  readonly kind: SchemaProblemKind;
  /** Where the API server takes it all the same; else it is what the rule says. */
  readonly severity?: 'warning';
  /** JSON pointer (RFC 6901) of the field, there or missing. */
  readonly pointer: string;
  /** What is wrong, to be read after the name of the object: "has no field `spec.replica`". */
  readonly says: string;
  /** What is to be seen at the place, naming the field. */
  readonly label: string;
  /** The reason. */
  readonly notes: readonly string[];
  /** Where several objects have the same of it, what makes it the same: it is told of the first. */
  readonly once?: string;
  /** How to mend it, with the value to write. */
  readonly help: readonly string[];
}
