import { goTrimSpace } from '../../../../model/go/strings';
import { byteLength } from '../../../../model/names/messages';
import { type ObjectView } from '../../object-view';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
/** A path of Linux without the byte that ends it. */
const LONGEST = 4095;

/** ValidateAppArmorProfileField in pkg/apis/core/validation/validation.go, since 1.30. */
export function validateAppArmorProfile(context: ObjectView): void {
  const profile = context.object('appArmorProfile');
  if (!profile?.validation.since('1.30')) return;
  const type = profile.text('type');
  const name = profile.optionalText('localhostProfile');
  if (type === '') {
    profile.required('type', 'type is required when appArmorProfile is set');
  } else if (!TYPES.includes(type)) {
    profile.notSupported('type', TYPES);
  } else if (type === 'Localhost') {
    validateName(profile, name);
  } else if (name !== undefined) {
    profile.invalid('localhostProfile', 'can only be set when AppArmor type is Localhost');
  }
}

function validateName(profile: ObjectView, name: string | undefined): void {
  if (name === undefined || name === '') {
    profile.required('localhostProfile', 'must be set when AppArmor type is Localhost');
    return;
  }
  if (goTrimSpace(name) !== name) {
    profile.invalid('localhostProfile', 'must not be padded with whitespace', {
      help: `write \`localhostProfile: ${goTrimSpace(name)}\``,
    });
  }
  if (byteLength(name) > LONGEST) profile.tooLong('localhostProfile', LONGEST);
}
