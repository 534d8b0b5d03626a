import { mismatch, whole } from './messages';

const IDENTIFIER = '[A-Za-z_][A-Za-z0-9_]*';
const PATTERN = whole(IDENTIFIER);
const RULE =
  "a valid C identifier must start with alphabetic character or '_', " +
  "followed by a string of alphanumeric characters or '_'";

/**
 * What the server says of an identifier of C: letters, digits and `_`, no digit first. Empty when it
 * is one. Names that shells can read are of this form, though environment variables may be wider.
 *
 * IsCIdentifier in k8s.io/apimachinery/pkg/util/validation.
 */
export function cIdentifierErrors(value: string): string[] {
  return PATTERN.test(value) ? [] : [mismatch(RULE, IDENTIFIER, 'my_name', 'MY_NAME', 'MyName')];
}
