import { mismatch, whole } from './messages';

const NAME = '[-A-Za-z0-9]+';
const PATTERN = whole(NAME);
const RULE = "a valid HTTP header must consist of alphanumeric characters or '-'";

/**
 * What the server says of the name of an HTTP header in a probe: letters, digits and `-`. Empty when
 * it is one.
 *
 * IsHTTPHeaderName in k8s.io/apimachinery/pkg/util/validation.
 */
export function httpHeaderNameErrors(value: string): string[] {
  return PATTERN.test(value) ? [] : [mismatch(RULE, NAME, 'X-Header-Name')];
}
