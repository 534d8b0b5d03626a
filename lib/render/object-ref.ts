import { type SourceSpan } from '../model/source-span';

/** What a message needs to point at an object: its identity and where it was made. */
export interface ObjectRef {
  /** API group; the core group is `''`. */
  readonly group: string;
  readonly kind: string;
  /** `''` for an object without a namespace. */
  readonly namespace: string;
  readonly name: string;
  /** Name of its chart, and path of the construct that made it. */
  readonly chart: string;
  readonly path: string;
  readonly span?: SourceSpan;
}
