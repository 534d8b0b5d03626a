import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { mismatch, whole } from '../../../model/names/messages';
import { type ErrorOptions, type ObjectView } from '../object-view';

const PATH = String.raw`[A-Za-z0-9/\-._~%!$&'()*+,;=:]+`;
const WHOLE_PATH = whole(PATH);

/** A domain and a path, such as `k8s.io/ingress-nginx`: IsDomainPrefixedPath in k8s.io/apimachinery/pkg/util/validation. */
export function validateDomainPath(owner: ObjectView, field: string, options: ErrorOptions = {}): void {
  const text = owner.text(field);
  if (text === '') {
    owner.required(field, '', options);
    return;
  }
  const slash = text.indexOf('/');
  const [host, path] = [text.slice(0, slash), text.slice(slash + 1)];
  if (slash < 1 || path === '') {
    owner.invalid(field, 'must be a domain-prefixed path (such as "acme.io/foo")', options);
    return;
  }
  owner.allInvalid(field, dns1123SubdomainErrors(host), { ...options, value: host });
  if (!WHOLE_PATH.test(path)) {
    owner.invalid(field, mismatch('Invalid path', PATH), { ...options, value: path });
  }
}
