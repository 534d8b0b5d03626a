import { type ObjectView } from '../object-view';
import { validatePodTemplate } from './validate-pod-template';

/** ValidatePodTemplate in pkg/apis/core/validation/validation.go: the kind PodTemplate. */
export function validatePodTemplateObject(object: ObjectView): void {
  validatePodTemplate(object.struct('template'));
}
