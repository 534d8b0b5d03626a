import { isLonger, mismatch, tooLong, whole } from './messages';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

/** The pattern as the server's message shows it. */
export const DNS1123_SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;

const PATTERN = whole('[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*');
const RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', " +
  'and must start and end with an alphanumeric character';

/** Whether the text has the form of a subdomain, whatever its length. */
export function looksLikeSubdomain(text: string): boolean {
  return PATTERN.test(text);
}

/**
 * What the server says of a DNS subdomain (RFC 1123) of at most 253 characters, the rule for most
 * object names: `cart.shop`. Empty when it is one. The length of each part is not looked at.
 *
 * IsDNS1123Subdomain in k8s.io/apimachinery/pkg/util/validation.
 *
 * @param unit - What the message counts in; declarative validation says bytes.
 */
export function dns1123SubdomainErrors(value: string, unit: 'characters' | 'bytes' = 'characters'): string[] {
  if (value.length <= 253 && PATTERN.test(value)) return [];
  const errors = isLonger(value, 253) ? [tooLong(253, unit)] : [];
  if (!PATTERN.test(value)) errors.push(mismatch(RULE, DNS1123_SUBDOMAIN, 'example.com'));
  return errors;
}
