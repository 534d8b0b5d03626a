import { type Severity } from '../diagnostics/diagnostic';
import { type ObjectEntry } from '../model/object-entry';

/** A place in another object that a finding is about. */
export interface OtherPlace {
  readonly entry: ObjectEntry;
  /** JSON pointer (RFC 6901) of the field; the object as a whole when left out. */
  readonly path?: string;
  /** What is to be seen there, naming the field: "ports: 80 (name `http`)". */
  readonly label: string;
}

/**
 * What a rule reports. Names and values stand between backticks; title is one line. Where each thing stands in
 * a file is seen to by the checker.
 */
export interface Finding {
  /** The object that is wrong. */
  readonly object: ObjectEntry;
  /** JSON pointer (RFC 6901) of the field, there or missing; the object as a whole when left out. */
  readonly path?: string;
  /** What is wrong of the field: `value` for its value, which is pointed at then; the field as such when left out. */
  readonly part?: 'value';
  /** What is wrong; stands alone, and names the object. */
  readonly title: string;
  /** What is to be seen at the place, naming the field: "selector is `app=cart`". */
  readonly label?: string;
  /** The other sides of a disagreement. */
  readonly others?: readonly OtherPlace[];
  /** The reason, or what the API server answers. */
  readonly notes?: readonly string[];
  /** How to mend it, with the value to write. */
  readonly help?: readonly string[];
  /** What to know before following the help. */
  readonly caveats?: readonly string[];
  /** Where it is not the rule's own. The user's configuration goes before both. */
  readonly severity?: Severity;
}
