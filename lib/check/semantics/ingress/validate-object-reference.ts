import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { pathSegmentErrors } from '../../../model/names/path-segment';
import { type ObjectView } from '../object-view';

/** validateIngressTypedLocalObjectReference in pkg/apis/networking/validation/validation.go: group, kind and name. */
export function validateObjectReference(reference: ObjectView): void {
  const group = reference.optionalText('apiGroup');
  if (group !== undefined) reference.allInvalid('apiGroup', dns1123SubdomainErrors(group));
  for (const field of ['kind', 'name'] as const) {
    const value = reference.text(field);
    if (value === '')
      reference.required(field, reference.validation.since('1.34') ? '' : `${field} is required`);
    else reference.allInvalid(field, pathSegmentErrors(value));
  }
}
