import { portNameErrors } from '../../../../model/names/port-name';
import { portNumberErrors } from '../../meta/port-number-errors';
import { type ObjectView } from '../../object-view';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** validateContainerPorts in pkg/apis/core/validation/validation.go. */
export function validateContainerPorts(container: ObjectView): void {
  if (!container.has('ports')) return;
  const names = new Set<string>();
  for (const port of container.objects('ports')) {
    validateName(port, names);
    const number = port.number('containerPort');
    if (number === 0) port.required('containerPort');
    else port.allInvalid('containerPort', portNumberErrors(number));
    const hostPort = port.number('hostPort');
    if (hostPort !== 0) port.allInvalid('hostPort', portNumberErrors(hostPort));
    const protocol = port.text('protocol');
    if (protocol !== '' && !PROTOCOLS.includes(protocol)) port.notSupported('protocol', PROTOCOLS);
  }
}

function validateName(port: ObjectView, names: Set<string>): void {
  const name = port.text('name');
  if (name === '') return;
  const errors = portNameErrors(name);
  if (errors.length > 0) port.allInvalid('name', errors);
  else if (names.has(name)) port.duplicate('name');
  else names.add(name);
}
