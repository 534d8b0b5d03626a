import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { type ObjectView } from '../object-view';

/** IsFullyQualifiedName in k8s.io/apimachinery/pkg/util/validation. */
export function validateFullyQualifiedName(owner: ObjectView, field: string): void {
  const name = owner.text(field);
  if (name === '') {
    owner.required(field);
    return;
  }
  const errors = dns1123SubdomainErrors(name);
  if (errors.length > 0) owner.invalid(field, errors.join(','));
  else if (name.split('.').length < 3) {
    owner.invalid(field, 'should be a domain with at least three segments separated by dots', {
      help: `put a domain behind it: \`${name}.example.com\``,
    });
  }
}
