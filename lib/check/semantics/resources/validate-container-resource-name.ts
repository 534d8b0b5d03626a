import { type FieldStep } from '../field-step';
import { type ObjectView } from '../object-view';
import { isContainerResource, isExtendedResource, isNativeResource } from './resource-names';
import { validateResourceName } from './validate-resource-name';

/** Names of resources that people write for those that containers have. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['storage', 'ephemeral-storage'],
  ['disk', 'ephemeral-storage'],
  ['mem', 'memory'],
  ['ram', 'memory'],
  ['cpus', 'cpu'],
  ['gpu', 'nvidia.com/gpu'],
  ['requests.cpu', 'cpu'],
  ['requests.memory', 'memory'],
  ['limits.cpu', 'cpu'],
  ['limits.memory', 'memory'],
]);

/**
 * A resource of a container as the key of a map: validateContainerResourceName in
 * pkg/apis/core/validation/validation.go. Of a name that is no resource at all the server says two things.
 */
export function validateContainerResourceName(owner: ObjectView, map: FieldStep, name: string): void {
  // Nearly all are one of these.
  if (name === 'cpu' || name === 'memory') return;
  const before = owner.validation.errors.length;
  const known = validateResourceName(owner, map, name);
  const steps = [map, { key: name }];
  if (!name.includes('/')) {
    if (isContainerResource(name)) return;
    if (!known) owner.validation.errors.length = before;
    const meant = MEANT.get(name.toLowerCase());
    owner.invalid(steps, 'must be a standard resource for containers', {
      value: name,
      help:
        meant === undefined
          ? 'a container has `cpu`, `memory`, `ephemeral-storage`, `hugepages-<size>`, and resources with a domain such as `nvidia.com/gpu`'
          : `did you mean \`${meant}\`?`,
    });
  } else if (!isNativeResource(name) && !isExtendedResource(name)) {
    owner.invalid(steps, "doesn't follow extended resource name standard", { value: name });
  }
}
