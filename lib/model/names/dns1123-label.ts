import { looksLikeSubdomain } from './dns1123-subdomain';
import { isLonger, mismatch, tooLong, whole } from './messages';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const PATTERN = whole(LABEL);
const RULE =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', " +
  'and must start and end with an alphanumeric character';

/**
 * What the server says of a DNS label (RFC 1123) of at most 63 characters, the rule for namespaces,
 * StatefulSets, containers and volumes: `cart-1`. Empty when it is one.
 *
 * IsDNS1123Label in k8s.io/apimachinery/pkg/util/validation.
 */
export function dns1123LabelErrors(value: string): string[] {
  if (value.length <= 63 && PATTERN.test(value)) return [];
  const errors = isLonger(value, 63) ? [tooLong(63)] : [];
  if (PATTERN.test(value)) return errors;
  const dots = looksLikeSubdomain(value);
  return [...errors, dots ? 'must not contain dots' : mismatch(RULE, LABEL, 'my-name', '123-abc')];
}
