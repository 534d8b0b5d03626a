import { compareKubernetesVersions, type KubernetesVersion } from '../kubernetes-version';
import { dotPrefixErrors } from './dot-prefix';
import { EMPTY, mismatch, whole } from './messages';

const STRICT = '[-._a-zA-Z][-._a-zA-Z0-9]*';
const PATTERN = whole(STRICT);
const STRICT_RULE =
  "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', " +
  'and must not start with a digit';
const RELAXED_RULE =
  "a valid environment variable name must consist only of printable ASCII characters other than '='";

/**
 * What the server says of the name of an environment variable, and of the prefix of `envFrom`. Empty
 * when it is one.
 *
 * - Until 1.31: letters, digits, `_`, `-` and `.`, no digit first, no `..` first.
 * - Since 1.32 (RelaxedEnvironmentVariableValidation on by default) all printable ASCII but `=`.
 *
 * IsEnvVarName and IsRelaxedEnvVarName in k8s.io/apimachinery/pkg/util/validation.
 */
export function envVarNameErrors(value: string, version: KubernetesVersion): string[] {
  if (compareKubernetesVersions(version, '1.32') < 0) {
    const errors = PATTERN.test(value)
      ? []
      : [mismatch(STRICT_RULE, STRICT, 'my.env-name', 'MY_ENV.NAME', 'MyEnvName1')];
    return [...errors, ...dotPrefixErrors(value)];
  }
  if (value === '') return [`environment variable name ${EMPTY}`];
  return /^[ -<>-~]*$/.test(value) ? [] : [RELAXED_RULE];
}
