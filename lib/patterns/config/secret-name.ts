import { type Construct } from 'constructs';
import { recordExisting } from '../../source/existing-objects';
import { ObjectKeys } from './object-keys';

/**
 * The name of a Secret that is given by its name, or as an AppSecret. One that is said to exist is noted for the checks.
 *
 * @param user - what refers to it
 * @param namespace - of what refers to it; undefined where kubectl's own decides
 */
export function secretName(
  secret: string | { readonly name: string },
  user: Construct,
  namespace: string | undefined,
): string {
  if (typeof secret === 'string') return secret;
  if (secret instanceof ObjectKeys && secret.origin.isElsewhere === true)
    recordExisting(user, { kind: 'Secret', name: secret.name, namespace });
  return secret.name;
}
