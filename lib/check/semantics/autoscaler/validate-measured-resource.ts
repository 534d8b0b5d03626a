import { labelKeyErrors } from '../../../model/names/label-key';
import { type ObjectView } from '../object-view';
import {
  isContainerResource,
  isExtendedResource,
  isNativeResource,
  isStandardResource,
} from '../resources/resource-names';

/** The resource whose use in a container is measured: ValidateContainerResourceName in pkg/apis/core/validation/validation.go. */
export function validateMeasuredResource(source: ObjectView): void {
  const name = source.text('name');
  const errors = labelKeyErrors(name, source.validation.version);
  source.allInvalid('name', errors);
  if (name.includes('/')) {
    if (!isNativeResource(name) && !isExtendedResource(name)) {
      source.invalid('name', "doesn't follow extended resource name standard");
    }
    return;
  }
  if (errors.length === 0 && !isStandardResource(name)) {
    source.invalid('name', 'must be a standard resource type or fully qualified');
  }
  if (!isContainerResource(name)) {
    source.invalid('name', 'must be a standard resource for containers', {
      help: 'write `cpu` or `memory`',
    });
  }
}
