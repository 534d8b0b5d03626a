import { goQuote } from '../../../../model/go/strings';
import { type ObjectView } from '../../object-view';
import { validateDescendingPath } from '../volume/validate-paths';
import { APP_ARMOR_CONTAINER, SECCOMP_CONTAINER, SECCOMP_POD } from './profile-annotations';

const SECCOMP: ReadonlySet<string> = new Set(['runtime/default', 'docker/default', 'unconfined']);
const APP_ARMOR: ReadonlySet<string> = new Set(['', 'runtime/default', 'unconfined']);
const LOCALHOST = 'localhost/';

/**
 * ValidateSeccompPodAnnotations and ValidateAppArmorPodAnnotations in pkg/apis/core/validation/validation.go.
 *
 * @param containers - The names of all containers.
 */
export function validateProfileAnnotations(metadata: ObjectView, containers: ReadonlySet<string>): void {
  const owner = metadata.in('security-context');
  for (const [key, profile] of owner.textMap('annotations')) {
    if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) validateSeccomp(owner, key, profile);
    else if (key.startsWith(APP_ARMOR_CONTAINER)) validateAppArmor(owner, key, profile, containers);
  }
}

function validateSeccomp(owner: ObjectView, key: string, profile: string): void {
  if (SECCOMP.has(profile)) return;
  const steps = ['annotations', key];
  if (profile.startsWith(LOCALHOST)) {
    validateDescendingPath(owner, steps, profile.slice(LOCALHOST.length));
  } else {
    owner.invalid(steps, 'must be a valid seccomp profile', {
      value: profile,
      help: 'use `securityContext.seccompProfile` instead: no kubelet reads the annotation',
    });
  }
}

function validateAppArmor(
  owner: ObjectView,
  key: string,
  profile: string,
  containers: ReadonlySet<string>,
): void {
  const steps = ['annotations', { key }];
  const container = key.slice(APP_ARMOR_CONTAINER.length);
  if (!containers.has(container)) owner.invalid(steps, 'container not found', { value: container });
  if (!APP_ARMOR.has(profile) && !profile.startsWith(LOCALHOST)) {
    owner.invalid(steps, `invalid AppArmor profile name: ${goQuote(profile)}`, {
      value: profile,
      help: 'write `runtime/default`, `unconfined` or `localhost/<profile>`',
    });
  }
}
