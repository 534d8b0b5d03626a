import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { labelKeyErrors } from '../../../model/names/label-key';
import { type ObjectView } from '../object-view';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const MOST_SECONDS = 2 ** 31 - 1;

/** What else there is in a pod's spec, as ValidatePodSpec in pkg/apis/core/validation/validation.go has it. */
export function validatePodFields(spec: ObjectView): void {
  const restart = spec.text('restartPolicy');
  if (restart !== '' && !RESTART_POLICIES.includes(restart)) {
    spec.notSupported('restartPolicy', RESTART_POLICIES);
  }
  spec.objects('readinessGates').forEach((gate) => {
    const type = gate.text('conditionType');
    gate.allInvalid('conditionType', labelKeyErrors(type, spec.validation.version), { value: type });
  });
  const field = spec.text('serviceAccountName') === '' ? 'serviceAccount' : 'serviceAccountName';
  const account = spec.text(field);
  if (account !== '') {
    spec.allInvalid('serviceAccountName', dns1123SubdomainErrors(account), { value: account, at: field });
  }
  const deadline = spec.optionalNumber('activeDeadlineSeconds');
  if (deadline !== undefined && (deadline < 1 || deadline > MOST_SECONDS)) {
    spec.invalid('activeDeadlineSeconds', `must be between 1 and ${String(MOST_SECONDS)}, inclusive`);
  }
}
