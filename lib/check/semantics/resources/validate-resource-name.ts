import { labelKeyErrors } from '../../../model/names/label-key';
import { type FieldStep } from '../field-step';
import { type ObjectView } from '../object-view';
import { isStandardResource } from './resource-names';

/**
 * A resource as the key of a map: validateResourceName in pkg/apis/core/validation/validation.go.
 *
 * @param from - The map that the name stands in, where defaults take it from another.
 * @returns Whether the name is one.
 */
export function validateResourceName(
  owner: ObjectView,
  map: FieldStep,
  name: string,
  from: FieldStep = map,
): boolean {
  const steps = [map, { key: name }];
  const options = { value: name, at: [from, { key: name }] };
  const errors = labelKeyErrors(name, owner.validation.version);
  owner.allInvalid(steps, errors, options);
  if (errors.length > 0) return false;
  if (name.includes('/') || isStandardResource(name)) return true;
  owner.invalid(steps, 'must be a standard resource type or fully qualified', options);
  return false;
}
