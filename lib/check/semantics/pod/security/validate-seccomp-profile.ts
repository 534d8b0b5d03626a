import { type ObjectView } from '../../object-view';
import { validateDescendingPath } from '../volume/validate-paths';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];

/** validateSeccompProfileField in pkg/apis/core/validation/validation.go. */
export function validateSeccompProfile(context: ObjectView): void {
  const profile = context.object('seccompProfile');
  if (profile === undefined) return;
  const type = profile.text('type');
  if (type === '') profile.required('type', 'type is required when seccompProfile is set');
  else if (!TYPES.includes(type)) profile.notSupported('type', TYPES);
  const path = profile.optionalText('localhostProfile');
  if (type !== 'Localhost') {
    if (path !== undefined) {
      profile.invalid('localhostProfile', 'can only be set when seccomp type is Localhost', {
        value: profile.value,
      });
    }
  } else if (path === undefined) {
    profile.required('localhostProfile', 'must be set when seccomp type is Localhost');
  } else {
    validateDescendingPath(profile, 'localhostProfile', path);
  }
}
