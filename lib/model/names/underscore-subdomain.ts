import { byteLength, mismatch, tooLong, whole } from './messages';

const LABEL = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const PATTERN = whole('_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?(?:\\._?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?)*');
const RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', " +
  'and must start and end with an alphanumeric character';

/**
 * What the server says of a domain in which a pod looks for names, since 1.33: a DNS subdomain in which `_` is
 * allowed too: `_tcp.example.com`. Empty when it is one.
 *
 * IsDNS1123SubdomainWithUnderscore in k8s.io/apimachinery/pkg/util/validation.
 */
export function underscoreSubdomainErrors(value: string): string[] {
  const errors = byteLength(value) > 253 ? [tooLong(253)] : [];
  if (!PATTERN.test(value)) errors.push(mismatch(RULE, SUBDOMAIN, 'example.com'));
  return errors;
}
