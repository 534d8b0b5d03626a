import { type ObjectView } from '../object-view';
import { type PodOptions } from './pod-options';
import { validateProfilesMatch } from './security/validate-profiles-match';
import { validatePodSpec } from './validate-pod-spec';
import { validateTemplateMetadata } from './validate-template-metadata';

/**
 * ValidatePodTemplateSpec in pkg/apis/core/validation/validation.go: the template of a workload, of a
 * ReplicationController or a PodTemplate. What it may not be for the kind is the caller's matter.
 *
 * @param template - What has `metadata` and `spec`.
 */
export function validatePodTemplate(
  template: ObjectView,
  options: Pick<PodOptions, 'statefulSet'> = {},
): void {
  validateTemplateMetadata(template);
  const scope = validatePodSpec(template.struct('spec'), options);
  validateProfilesMatch(scope, template.struct('metadata'));
  if (scope.ephemeralContainers.length > 0) {
    scope.spec.forbidden('ephemeralContainers', 'ephemeral containers not allowed in pod template');
  }
}
