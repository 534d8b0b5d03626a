import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { labelKeyErrors } from '../../../model/names/label-key';
import { portNameErrors } from '../../../model/names/port-name';
import { portNumberErrors } from '../meta/port-number-errors';
import { type ObjectView } from '../object-view';
import { PROTOCOLS } from './protocols';

/**
 * validateServicePort in pkg/apis/core/validation/validation.go, after SetDefaults_Service.
 *
 * @param names - The names of the ports before this one; this one's is added.
 * @param isOneOfMany - Whether there are others, so that it needs a name.
 */
export function validateServicePort(port: ObjectView, names: Set<string>, isOneOfMany: boolean): void {
  const name = port.text('name');
  if (name !== '') {
    port.allInvalid('name', dns1123LabelErrors(name));
    if (names.has(name)) port.duplicate('name', { help: 'give each port a name of its own' });
    names.add(name);
  } else if (isOneOfMany) {
    port.required('name', '', {
      help: 'name each port where there are several, such as `http` and `metrics`',
    });
  }
  const number = port.number('port');
  port.allInvalid('port', portNumberErrors(number), { value: number });
  const protocol = port.text('protocol');
  if (protocol !== '' && !PROTOCOLS.includes(protocol)) port.notSupported('protocol', PROTOCOLS);
  validateTargetPort(port, number);
  const appProtocol = port.optionalText('appProtocol');
  if (appProtocol !== undefined) {
    port.allInvalid('appProtocol', labelKeyErrors(appProtocol, port.validation.version));
  }
}

/** ValidatePortNumOrName: 0, the empty text and nothing mean the number of the port. */
function validateTargetPort(port: ObjectView, number: number): void {
  const target = port.raw('targetPort');
  if (typeof target === 'string' && target !== '') {
    port.allInvalid('targetPort', portNameErrors(target), { help: targetHelp(target) });
  } else {
    const value = port.number('targetPort') || number;
    port.allInvalid('targetPort', portNumberErrors(value), { value });
  }
}

function targetHelp(target: string): readonly string[] {
  return /^[0-9]+$/.test(target) ? [`for the port number, leave out the quotes: \`${target}\``] : [];
}
