import { type JsonObject } from '../json-value';
import { type KubernetesVersion } from '../kubernetes-version';

/** Why an apply refuses a change of a field, and what to do instead. */
export interface ImmutableField {
  readonly reason: string;
  readonly help: string;
}

/** A field, or a part of an object, that may not change once the object is there. */
export interface ImmutableRule extends ImmutableField {
  /** The fields from the root of the object; a change of one, or of anything below it, is refused. */
  readonly fields: readonly string[];
  /** Fields below `fields` that may change all the same. */
  readonly except?: readonly string[];
  /** Whether the rule holds for this object as it was before; always, if absent. */
  readonly when?: (before: JsonObject) => boolean;
  /** Whether the server takes this very change all the same, as when only a default was written out. */
  readonly accepts?: (before: JsonObject, after: JsonObject, path: readonly string[]) => boolean;
  /** What `accepts` says decides, so that without the new object nothing is known. */
  readonly hangsOnAfter?: boolean;
  /** The first version of Kubernetes that has the rule no more. */
  readonly until?: KubernetesVersion;
}
