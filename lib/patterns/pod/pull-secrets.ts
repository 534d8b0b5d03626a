import { type Construct } from 'constructs';
import { secretName } from '../config/secret-name';

/** Registry credentials: the name of a Secret, or what has one. */
export type PullSecret = string | { readonly name: string };

/**
 * The `imagePullSecrets` of a pod or ServiceAccount.
 *
 * @param user - where it is made
 * @param namespace - of what is made; undefined where kubectl's own decides
 */
export function pullSecretsManifest(
  secrets: readonly PullSecret[] | undefined,
  user: Construct,
  namespace: string | undefined,
): { name: string }[] | undefined {
  return secrets?.map((secret) => ({ name: secretName(secret, user, namespace) }));
}
