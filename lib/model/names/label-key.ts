import {
  compareKubernetesVersions,
  DEFAULT_KUBERNETES_VERSION,
  type KubernetesVersion,
} from '../kubernetes-version';
import { DNS1123_SUBDOMAIN, dns1123SubdomainErrors } from './dns1123-subdomain';
import { EMPTY, isLonger, mismatch, tooLong, whole } from './messages';

const NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const PATTERN = whole(NAME);
const KEY = whole(`(?:${DNS1123_SUBDOMAIN}/)?${NAME}`);
const RULE =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

/**
 * What the server says of a label key, or "qualified name": at most 63 letters, digits, `-`, `_` and
 * `.`, perhaps with a DNS subdomain and `/` before them. Empty when it is one.
 *
 * IsQualifiedName in k8s.io/apimachinery/pkg/util/validation; since 1.35 IsLabelKey in
 * pkg/api/validate/content, which takes the same keys and words it differently.
 *
 * @param version - Whose words to use.
 */
export function labelKeyErrors(
  value: string,
  version: KubernetesVersion = DEFAULT_KUBERNETES_VERSION,
): string[] {
  // Nearly all keys: as they should be, and so short that no part of them is too long.
  if (value.length <= 63 && KEY.test(value)) return [];
  const declarative = compareKubernetesVersions(version, '1.35') >= 0;
  const unit = declarative ? 'bytes' : 'characters';
  const wrong = (): string => mismatch(RULE, NAME, 'MyName', 'my.name', '123-abc');
  const [first = '', second, ...more] = value.split('/');
  if (more.length > 0) {
    const what = declarative ? 'a valid label key' : 'a qualified name';
    return [`${what} ${wrong()} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  }
  const name = second ?? first;
  const errors: string[] = [];
  if (second !== undefined) {
    const prefix = first === '' ? [EMPTY] : dns1123SubdomainErrors(first, unit);
    errors.push(...prefix.map((error) => `prefix part ${error}`));
  }
  if (name === '') errors.push(`name part ${EMPTY}`);
  else if (isLonger(name, 63)) errors.push(`name part ${tooLong(63, unit)}`);
  if (!PATTERN.test(name)) errors.push(`name part ${wrong()}`);
  return errors;
}
