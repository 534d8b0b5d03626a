import { byteLength } from '../../../../model/names/messages';
import { type ObjectView } from '../../object-view';
import { requireText } from './require-text';

const FORMS: readonly (readonly [string, RegExp])[] = [
  ['iqn', /iqn\.\d{4}-\d{2}\.([A-Za-z0-9.-]+)(:[^,;*&$|\s]+)$/],
  ['eui', /^eui.[A-Za-z0-9]{16}$/],
  ['naa', /^naa.[A-Za-z0-9]{32}$/],
];
const FORM = 'must be valid format';
const START = `${FORM} starting with iqn, eui, or naa`;

/** validateISCSIVolumeSource in pkg/apis/core/validation/validation.go. */
export function validateIscsi(iscsi: ObjectView): void {
  requireText(iscsi, 'targetPortal', 'iqn');
  const iqn = iscsi.text('iqn');
  if (iqn !== '') {
    const wrong = problemOf(iqn);
    if (wrong !== undefined) iscsi.invalid('iqn', wrong);
  }
  const lun = iscsi.number('lun');
  if (lun < 0 || lun > 255) iscsi.invalid('lun', 'must be between 0 and 255, inclusive');
  const needsSecret = iscsi.flag('chapAuthDiscovery') || iscsi.flag('chapAuthSession');
  if (needsSecret && !iscsi.has('secretRef')) iscsi.required('secretRef');
  const initiator = iscsi.optionalText('initiatorName');
  if (initiator === undefined) return;
  const problem = problemOf(initiator);
  if (problem !== undefined) {
    iscsi.invalid('initiatorname', problem, { value: initiator, at: 'initiatorName' });
  }
}

/** That the initiator's name has room, which validateVolumeSource looks at. */
export function validateIscsiName(iscsi: ObjectView, volume: ObjectView): void {
  const name = volume.text('name');
  if (!iscsi.has('initiatorName') || byteLength(`${name}:${iscsi.text('targetPortal')}`) <= 64) return;
  volume.invalid(
    'name',
    'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.',
    { value: name },
  );
}

function problemOf(name: string): string | undefined {
  const form = FORMS.find(([start]) => name.startsWith(start));
  if (form === undefined) return START;
  return form[1].test(name) ? undefined : FORM;
}
