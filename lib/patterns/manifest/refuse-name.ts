import { type IConstruct } from 'constructs';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../model/kubernetes-version';
import { PropertyError } from '../property-error';

/**
 * Whose rules a constructor goes by: those of the newest version, which are the widest. What an older target
 * refuses, the check of the whole set tells.
 */
export const WIDEST_RULES: KubernetesVersion = KUBERNETES_VERSIONS.at(-1) ?? '1.36';

/** Throws what is wrong with a name, if anything is; `errors` are in the words of the API server. */
export function refuseName(
  construct: IConstruct,
  property: string,
  name: string,
  errors: readonly string[],
): void {
  if (errors.length === 0) return;
  throw new PropertyError(construct, property, `is '${name}', which is refused: ${errors.join('; ')}`);
}
