import { type ObjectView } from '../../object-view';
import { validateContainerResourceName } from '../../resources/validate-container-resource-name';
import { type PodScope } from '../pod-scope';
import { validateClaimNames } from './validate-claim-names';
import { validateRequirements } from './validate-requirements';

/**
 * ValidateContainerResourceRequirements in pkg/apis/core/validation/validation.go.
 *
 * @param isEphemeral - Requests of such containers are not defaulted.
 */
export function validateContainerResources(
  container: ObjectView,
  scope: PodScope,
  isEphemeral: boolean,
): void {
  const resources = container.object('resources');
  if (resources === undefined) return;
  validateRequirements(resources, {
    limits: resources.quantities('limits'),
    requests: resources.quantities('requests'),
    validateName: validateContainerResourceName,
    limitsAreRequests: scope.pod !== undefined && !isEphemeral,
  });
  validateClaimNames(resources, scope);
}
