import { validateAnnotations } from '../meta/validate-annotations';
import { validateLabels } from '../meta/validate-labels';
import { type ObjectView } from '../object-view';
import { validatePodAnnotations } from './validate-pod-annotations';

/**
 * The labels and annotations of a pod template, as ValidatePodTemplateSpec in
 * pkg/apis/core/validation/validation.go has them. It is all that is held against the template of a
 * StatefulSet where ValidatePodTemplateSpecForStatefulSet does not go further.
 *
 * @param template - What has `metadata` and `spec`.
 */
export function validateTemplateMetadata(template: ObjectView): void {
  // The server leaves `metadata` out of the path: `spec.template.labels`.
  const metadata = template.struct('metadata').namedAs(template.named).in('metadata');
  validateLabels(metadata, 'labels');
  validateAnnotations(metadata, 'annotations');
  validatePodAnnotations(metadata, template.struct('spec'));
}
