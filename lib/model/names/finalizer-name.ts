import { DEFAULT_KUBERNETES_VERSION, type KubernetesVersion } from '../kubernetes-version';
import { labelKeyErrors } from './label-key';

const STANDARD: ReadonlySet<string> = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

/**
 * What the server says of an entry of `metadata.finalizers`, and of `spec.finalizers` of a Namespace:
 * a label key, and one with a prefix unless it is `kubernetes`, `orphan` or `foregroundDeletion`.
 * Empty when it is one. Custom resources, leases and admission objects take every label key.
 *
 * ValidateFinalizerName in k8s.io/apimachinery/pkg/api/validation and validateKubeFinalizerName in
 * pkg/apis/core/validation.
 *
 * @param version - Whose words to use.
 */
export function finalizerNameErrors(
  value: string,
  version: KubernetesVersion = DEFAULT_KUBERNETES_VERSION,
): string[] {
  const errors = labelKeyErrors(value, version);
  if (!value.includes('/') && !STANDARD.has(value)) {
    errors.push('name is neither a standard finalizer name nor is it fully qualified');
  }
  return errors;
}
