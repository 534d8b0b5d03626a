import { type ObjectView } from '../object-view';
import { validateProfilesMatch } from './security/validate-profiles-match';
import { validatePodAnnotations } from './validate-pod-annotations';
import { validatePodSpec } from './validate-pod-spec';

/**
 * ValidatePodCreate in pkg/apis/core/validation/validation.go, without the metadata of every object. That a token needs
 * `serviceAccountName` never comes up: admission sets it.
 */
export function validatePod(pod: ObjectView): void {
  const metadata = pod.struct('metadata');
  validatePodAnnotations(metadata, pod.struct('spec'));
  const scope = validatePodSpec(pod.struct('spec'), { pod: metadata });
  const { spec } = scope;
  if (scope.ephemeralContainers.length > 0) {
    spec.forbidden('ephemeralContainers', 'cannot be set on create', {
      help: 'remove them: `kubectl debug` adds such containers to a pod that runs',
    });
  }
  if (spec.text('nodeName') !== '' && spec.list('schedulingGates').length > 0) {
    spec.in('scheduling').forbidden('nodeName', 'cannot be set until all schedulingGates have been cleared');
  }
  validateProfilesMatch(scope, metadata);
}
