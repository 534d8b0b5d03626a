import { type ImmutableField } from '../../model/immutable/immutable-rule';
import { type Manifest } from '../../model/manifest';
import { type FieldChange } from './field-change';

/** A field that differs, and what an apply makes of it. */
export interface MarkedFieldChange extends FieldChange {
  /** Why the API server will not take it. */
  readonly refused?: ImmutableField;
}

/** What became of one object. */
export type ObjectChange =
  | { readonly change: 'added'; readonly after: Manifest }
  | { readonly change: 'removed'; readonly before: Manifest }
  | {
      /** `renamed` has another name or namespace: kubectl makes a new object, and the old one is to be deleted. */
      readonly change: 'changed' | 'renamed';
      readonly before: Manifest;
      readonly after: Manifest;
      readonly fields: readonly MarkedFieldChange[];
      /** The pods of the workload are replaced. */
      readonly restartsPods: boolean;
    };
