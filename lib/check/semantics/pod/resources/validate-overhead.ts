import { ObjectView } from '../../object-view';
import { validateContainerResourceName } from '../../resources/validate-container-resource-name';
import { type PodScope } from '../pod-scope';
import { validateRequirements } from './validate-requirements';

/** validateOverhead in pkg/apis/core/validation/validation.go, which takes it for the limits of a container. */
export function validateOverhead({ spec }: PodScope): void {
  if (!spec.has('overhead')) return;
  const { errors } = spec.validation;
  const before = errors.length;
  const limits = spec.quantities('overhead');
  const view = new ObjectView(spec.validation, {}, [...spec.path, 'overhead'], 'scheduling');
  validateRequirements(view.namedAs([...spec.named, 'overhead']), {
    limits,
    requests: new Map(),
    validateName: validateContainerResourceName,
  });
  for (let index = before; index < errors.length; index++) {
    const error = errors[index];
    if (error === undefined) continue;
    errors[index] = { ...error, pointer: error.pointer.replace('/overhead/limits', '/overhead') };
  }
}
