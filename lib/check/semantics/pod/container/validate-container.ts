import { dns1123LabelErrors } from '../../../../model/names/dns1123-label';
import { goTrimSpace } from '../../../../model/go/strings';
import { type ObjectView } from '../../object-view';
import { type PodScope } from '../pod-scope';
import { validateContainerResources } from '../resources/validate-container-resources';
import { validateSecurityContext } from '../security/validate-security-context';
import { validateVolumeDevices } from '../volume/validate-volume-devices';
import { validateVolumeMounts } from '../volume/validate-volume-mounts';
import { validateContainerPorts } from './validate-container-ports';
import { validateEnv } from './validate-env';
import { validateEnvFrom } from './validate-env-from';
import { validatePullPolicy } from './validate-pull-policy';
import { validateResizePolicy } from './validate-resize-policy';

const TERMINATION_POLICIES = ['File', 'FallbackToLogsOnError'];

/** validateContainerCommon in pkg/apis/core/validation/validation.go: what all sorts of containers have to be. */
export function validateContainer(container: ObjectView, scope: PodScope, isEphemeral = false): void {
  validateName(container);
  validateImage(container, scope);
  const termination = container.text('terminationMessagePolicy');
  if (termination !== '' && !TERMINATION_POLICIES.includes(termination)) {
    container.notSupported('terminationMessagePolicy', TERMINATION_POLICIES);
  }
  validateContainerPorts(container);
  validateEnv(container);
  validateEnvFrom(container);
  const volume = container.in('volume');
  validateVolumeMounts(volume, scope);
  validateVolumeDevices(volume, scope);
  validatePullPolicy(container, 'imagePullPolicy');
  validateContainerResources(container.in('resources'), scope, isEphemeral);
  validateResizePolicy(container, scope);
  validateSecurityContext(container.in('security-context'), scope);
}

function validateName(container: ObjectView): void {
  const name = container.text('name');
  if (name === '') container.required('name');
  else container.allInvalid('name', dns1123LabelErrors(name));
}

/** With validateContainerOnlyForPod: templates have taken padded images for long. */
function validateImage(container: ObjectView, { pod }: PodScope): void {
  const image = container.text('image');
  if (image === '') {
    container.required('image');
  } else if (pod !== undefined && image !== goTrimSpace(image)) {
    container.invalid('image', 'must not have leading or trailing whitespace', {
      help: `write \`image: ${goTrimSpace(image)}\``,
    });
  }
}
