import {
  compareKubernetesVersions,
  DEFAULT_KUBERNETES_VERSION,
  type KubernetesVersion,
} from '../kubernetes-version';
import { isLonger, mismatch, tooLong, whole } from './messages';

const VALUE = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?';
const PATTERN = whole(VALUE);
const RULE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', " +
  'and must start and end with an alphanumeric character';

/**
 * What the server says of a label value: empty, or at most 63 letters, digits, `-`, `_` and `.`, with
 * a letter or digit at both ends. Empty when it is one.
 *
 * IsValidLabelValue in k8s.io/apimachinery/pkg/util/validation.
 *
 * @param version - Whose words to use.
 */
export function labelValueErrors(
  value: string,
  version: KubernetesVersion = DEFAULT_KUBERNETES_VERSION,
): string[] {
  if (value.length <= 63 && PATTERN.test(value)) return [];
  const errors: string[] = [];
  if (isLonger(value, 63)) {
    errors.push(tooLong(63, compareKubernetesVersions(version, '1.35') >= 0 ? 'bytes' : 'characters'));
  }
  if (!PATTERN.test(value)) errors.push(mismatch(RULE, VALUE, 'MyValue', 'my_value', '12345'));
  return errors;
}
