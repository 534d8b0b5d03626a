import { labelKeyErrors } from '../../../model/names/label-key';
import { type FieldStep } from '../field-step';
import { type ObjectView } from '../object-view';
import { isStandardResource } from './resource-names';

/**
 * A resource as the key of a map: validateResourceName in pkg/apis/core/validation/validation.go.
 *
 * @returns Whether the name is one.
 */
export function validateResourceName(owner: ObjectView, map: FieldStep, name: string): boolean {
  if (isStandardResource(name)) return true;
  const steps = [map, { key: name }];
  const errors = labelKeyErrors(name, owner.validation.version);
  owner.allInvalid(steps, errors, { value: name });
  if (errors.length > 0) return false;
  if (name.includes('/')) return true;
  owner.invalid(steps, 'must be a standard resource type or fully qualified', { value: name });
  return false;
}
