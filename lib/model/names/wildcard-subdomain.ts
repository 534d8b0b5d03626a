import { DNS1123_SUBDOMAIN, looksLikeSubdomain } from './dns1123-subdomain';
import { byteLength, mismatch, tooLong } from './messages';

const RULE =
  "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must " +
  "consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character";

/**
 * What the server says of a host name that starts with `*.`, of at most 253 characters. Empty when it
 * is one.
 *
 * IsWildcardDNS1123Subdomain in k8s.io/apimachinery/pkg/util/validation.
 */
export function wildcardSubdomainErrors(value: string): string[] {
  const errors = byteLength(value) > 253 ? [tooLong(253)] : [];
  if (!value.startsWith('*.') || !looksLikeSubdomain(value.slice(2))) {
    errors.push(mismatch(RULE, `\\*\\.${DNS1123_SUBDOMAIN}`, '*.example.com'));
  }
  return errors;
}
