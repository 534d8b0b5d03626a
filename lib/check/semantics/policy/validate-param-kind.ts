import { goToLower } from '../../../model/go/strings';
import { dns1035LabelErrors } from '../../../model/names/dns1035-label';
import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { type ObjectView } from '../object-view';

/** validateParamKind in pkg/apis/admissionregistration/validation/validation.go. */
export function validateParamKind(paramKind: ObjectView): void {
  const apiVersion = paramKind.text('apiVersion');
  if (apiVersion === '') paramKind.required('apiVersion');
  else validateApiVersion(paramKind, apiVersion);
  const kind = paramKind.text('kind');
  if (kind === '') {
    paramKind.required('kind');
    return;
  }
  const errors = dns1035LabelErrors(goToLower(kind));
  if (errors.length > 0) {
    paramKind.invalid('kind', `may have mixed case, but should otherwise match: ${errors.join(',')}`);
  }
}

function validateApiVersion(paramKind: ObjectView, apiVersion: string): void {
  const parts = apiVersion === '/' ? [''] : apiVersion.split('/');
  if (parts.length > 2) {
    paramKind.invalid('apiVersion', `unexpected GroupVersion string: ${apiVersion}`);
    return;
  }
  const version = parts.at(-1) ?? '';
  const group = parts.length === 2 ? (parts[0] ?? '') : '';
  const groupErrors = group === '' ? [] : dns1123SubdomainErrors(group);
  if (groupErrors.length > 0) paramKind.invalid('apiVersion', groupErrors.join(','), { value: group });
  if (version === '') {
    paramKind.invalid('apiVersion', 'version must be specified');
    return;
  }
  const errors = dns1035LabelErrors(version);
  if (errors.length > 0) paramKind.invalid('apiVersion', errors.join(','), { value: version });
}
