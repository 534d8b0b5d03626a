import { byteLength, mismatch, tooLong, whole } from './messages';

const LABEL = '[a-z]([-a-z0-9]*[a-z0-9])?';
const PATTERN = whole(LABEL);
const RULE =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', " +
  'start with an alphabetic character, and end with an alphanumeric character';

/**
 * What the server says of a DNS label (RFC 1035) of at most 63 characters, the rule for Service names
 * until 1.35: as an RFC 1123 label, and the first is a letter. Empty when it is one.
 *
 * IsDNS1035Label in k8s.io/apimachinery/pkg/util/validation.
 */
export function dns1035LabelErrors(value: string): string[] {
  const errors = byteLength(value) > 63 ? [tooLong(63)] : [];
  if (!PATTERN.test(value)) errors.push(mismatch(RULE, LABEL, 'my-name', 'abc-123'));
  return errors;
}
