import { type ObjectView } from '../object-view';

/** What the validation of a pod's spec hangs on besides the spec (PodValidationOptions, as for a create). */
export interface PodOptions {
  /** The metadata of a Pod. Left out for a template: the server holds a few things against Pods only. */
  readonly pod?: ObjectView;
}
