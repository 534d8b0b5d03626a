import { type ObjectView } from '../object-view';

/** What the validation of a pod's spec hangs on besides the spec (PodValidationOptions, as for a create). */
export interface PodOptions {
  /** The metadata of a Pod. Left out for a template: the server holds a few things against Pods only. */
  readonly pod?: ObjectView;
  /**
   * The spec of the StatefulSet whose template it is. Its claim templates are volumes of the pod, and its controller
   * sets hostname and subdomain (ValidateStatefulSetSpec in pkg/apis/apps/validation/validation.go, since 1.34).
   */
  readonly statefulSet?: ObjectView;
}
