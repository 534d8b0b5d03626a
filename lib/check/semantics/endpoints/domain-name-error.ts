import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';

/**
 * What is wrong with a domain name of two labels or more, perhaps with a dot at its end, and the part that is (IsFullyQualifiedDomainName in
 * k8s.io/apimachinery/pkg/util/validation); not for the empty name.
 */
export function domainNameError(
  name: string,
): { readonly value: string; readonly detail: string } | undefined {
  const value = name.endsWith('.') ? name.slice(0, -1) : name;
  const errors = dns1123SubdomainErrors(value);
  if (errors.length > 0) return { value, detail: errors.join(',') };
  const labels = value.split('.');
  if (labels.length < 2) {
    return { value, detail: 'should be a domain with at least two segments separated by dots' };
  }
  for (const label of labels) {
    const wrong = dns1123LabelErrors(label);
    if (wrong.length > 0) return { value: label, detail: wrong.join(',') };
  }
  return undefined;
}
