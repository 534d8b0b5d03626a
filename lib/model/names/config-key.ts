import { dotPrefixErrors } from './dot-prefix';
import { byteLength, mismatch, tooLong, whole } from './messages';

const KEY = '[-._a-zA-Z0-9]+';
const PATTERN = whole(KEY);
const RULE = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'";

/**
 * What the server says of a key of a ConfigMap or a Secret: at most 253 letters, digits, `-`, `_` and
 * `.`, with no `..` first. Empty when it is one.
 *
 * IsConfigMapKey in k8s.io/apimachinery/pkg/util/validation.
 */
export function configKeyErrors(value: string): string[] {
  const errors = byteLength(value) > 253 ? [tooLong(253)] : [];
  if (!PATTERN.test(value)) errors.push(mismatch(RULE, KEY, 'key.name', 'KEY_NAME', 'key-name'));
  return [...errors, ...dotPrefixErrors(value)];
}
