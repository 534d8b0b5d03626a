import { type ObjectView } from '../object-view';
import { validatePodSpec } from './validate-pod-spec';
import { validateTemplateMetadata } from './validate-template-metadata';

/**
 * ValidatePodTemplateSpec in pkg/apis/core/validation/validation.go: the template of a workload, of a
 * ReplicationController or a PodTemplate. What it may not be for the kind is the caller's matter.
 *
 * @param template - What has `metadata` and `spec`.
 */
export function validatePodTemplate(template: ObjectView): void {
  validateTemplateMetadata(template);
  validatePodSpec(template.struct('spec'));
}
