import { type ObjectView } from '../object-view';
import { validateContainers } from './container/validate-containers';
import { validateEphemeralContainers } from './container/validate-ephemeral-containers';
import { validateInitContainers } from './container/validate-init-containers';
import { validateDns } from './network/validate-dns';
import { validateHostNames } from './network/validate-host-names';
import { validateHostNetwork } from './network/validate-host-network';
import { type PodOptions } from './pod-options';
import { type PodScope } from './pod-scope';
import { podScope } from './pod-scope-of';
import { validatePodResources } from './resources/validate-pod-resources';
import { validateScheduling } from './scheduling/validate-scheduling';
import { validateHostProcess } from './security/validate-host-process';
import { validateHostUsers } from './security/validate-host-users';
import { validateOs } from './security/validate-os';
import { validatePodSecurityContext } from './security/validate-pod-security-context';
import { validatePodFields } from './validate-pod-fields';
import { validateFileKeyVolumes } from './volume/validate-file-key-volumes';

/**
 * ValidatePodSpec in pkg/apis/core/validation/validation.go.
 *
 * @param spec - The spec of a Pod, or of a template.
 * @returns What was read of it, for what is held against the spec from outside.
 */
export function validatePodSpec(spec: ObjectView, options: PodOptions = {}): PodScope {
  const scope = podScope(spec.in('pod'), options);
  validateContainers(scope);
  validateInitContainers(scope);
  validateEphemeralContainers(scope);
  validatePodResources(scope);
  validateHostNetwork(scope);
  validatePodFields(scope.spec);
  validateDns(scope.spec);
  validatePodSecurityContext(scope);
  validateHostProcess(scope);
  validateHostUsers(scope);
  validateHostNames(scope, options.statefulSet !== undefined);
  validateScheduling(scope);
  validateOs(scope);
  validateFileKeyVolumes(scope);
  return scope;
}
