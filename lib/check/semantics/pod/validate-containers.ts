import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { type ObjectView } from '../object-view';
import { type PodOptions } from './pod-options';

/** validateContainers in pkg/apis/core/validation/validation.go. */
export function validateContainers(spec: ObjectView, options: PodOptions): void {
  const containers = spec.objects('containers');
  if (containers.length === 0) spec.required('containers');
  for (const container of containers) {
    const name = container.text('name');
    if (name === '') container.required('name');
    else container.allInvalid('name', dns1123LabelErrors(name));
    const image = container.text('image');
    if (image === '') container.required('image');
    else if (options.pod !== undefined && image !== image.trim()) {
      container.invalid('image', 'must not have leading or trailing whitespace');
    }
  }
}
