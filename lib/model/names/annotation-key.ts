import { goToLower } from '../go/strings';
import { DEFAULT_KUBERNETES_VERSION, type KubernetesVersion } from '../kubernetes-version';
import { labelKeyErrors } from './label-key';

/** The most that all keys and values of an object's annotations may weigh together, in bytes. */
export const ANNOTATIONS_LIMIT = 256 * 1024;

/**
 * What the server says of an annotation key: the rule of label keys, with capitals allowed in the
 * prefix too. Empty when it is one.
 *
 * ValidateAnnotations in k8s.io/apimachinery/pkg/api/validation.
 *
 * @param version - Whose words to use.
 */
export function annotationKeyErrors(
  key: string,
  version: KubernetesVersion = DEFAULT_KUBERNETES_VERSION,
): string[] {
  return labelKeyErrors(goToLower(key), version);
}
