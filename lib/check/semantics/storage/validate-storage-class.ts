import { goToLower } from '../../../model/go/strings';
import { labelKeyErrors } from '../../../model/names/label-key';
import { byteLength } from '../../../model/names/messages';
import { type ObjectView } from '../object-view';
import { validateTopologyTerms } from './validate-topology-terms';

/** maxProvisionerParameterLen and maxProvisionerParameterSize. */
const MOST_PARAMETERS = 512;
const LARGEST = 256 * 1024;

/** ValidateStorageClass in pkg/apis/storage/validation/validation.go. An absent binding mode is `Immediate`. */
export function validateStorageClass(storageClass: ObjectView): void {
  const provisioner = storageClass.text('provisioner');
  if (provisioner === '') {
    storageClass.required('provisioner', '', {
      help: 'write the name of the driver; `kubernetes.io/no-provisioner` where volumes are made by hand',
    });
  } else {
    storageClass.allInvalid('provisioner', labelKeyErrors(goToLower(provisioner)), {
      value: goToLower(provisioner),
    });
  }
  validateParameters(storageClass);
  const policy = storageClass.text('reclaimPolicy');
  if (policy !== '' && policy !== 'Delete' && policy !== 'Retain') {
    storageClass.notSupported('reclaimPolicy', ['Delete', 'Retain']);
  }
  const mode = storageClass.optionalText('volumeBindingMode');
  if (mode !== undefined && mode !== 'Immediate' && mode !== 'WaitForFirstConsumer') {
    storageClass.notSupported('volumeBindingMode', ['Immediate', 'WaitForFirstConsumer']);
  }
  validateTopologyTerms(storageClass, 'allowedTopologies');
}

function validateParameters(storageClass: ObjectView): void {
  const parameters = storageClass.textMap('parameters');
  if (parameters.size > MOST_PARAMETERS) {
    storageClass.tooLong('parameters', MOST_PARAMETERS);
    return;
  }
  let size = 0;
  for (const [key, value] of parameters) {
    if (key === '') {
      storageClass.invalid('parameters', 'field can not be empty.', {
        value: '',
        at: ['parameters', { key }],
      });
    }
    size += byteLength(key) + byteLength(value);
  }
  if (size > LARGEST) storageClass.tooLong('parameters', LARGEST);
}
