import { type ObjectView } from '../object-view';
import { validateContainers } from './container/validate-containers';
import { validateEphemeralContainers } from './container/validate-ephemeral-containers';
import { validateInitContainers } from './container/validate-init-containers';
import { type PodOptions } from './pod-options';
import { validateOverhead } from './resources/validate-overhead';
import { validatePodResources } from './resources/validate-pod-resources';
import { validateFileKeyVolumes } from './volume/validate-file-key-volumes';
import { podScope } from './pod-scope-of';

/**
 * ValidatePodSpec in pkg/apis/core/validation/validation.go.
 *
 * @param spec - The spec of a Pod, or of a template.
 */
export function validatePodSpec(spec: ObjectView, options: PodOptions = {}): void {
  const scope = podScope(spec.in('pod'), options);
  validateContainers(scope);
  validateInitContainers(scope);
  validateEphemeralContainers(scope);
  validatePodResources(scope);
  validateOverhead(scope);
  validateFileKeyVolumes(scope);
}
