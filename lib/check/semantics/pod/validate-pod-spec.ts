import { type ObjectView } from '../object-view';
import { type PodOptions } from './pod-options';
import { validateContainers } from './validate-containers';

/**
 * ValidatePodSpec in pkg/apis/core/validation/validation.go.
 *
 * @param spec - The spec of a Pod, or of a template.
 */
export function validatePodSpec(spec: ObjectView, options: PodOptions = {}): void {
  validateContainers(spec.in('pod'), options);
}
