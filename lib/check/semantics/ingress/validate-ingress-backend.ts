import { nameRuleOf } from '../../../model/names/name-rule-of';
import { portNameErrors } from '../../../model/names/port-name';
import { portNumberErrors } from '../meta/port-number-errors';
import { type ObjectView } from '../object-view';
import { validateObjectReference } from './validate-object-reference';

const PORT_HELP = 'set `service.port.number`, or `service.port.name` as the Service names it';

/**
 * validateIngressBackend in pkg/apis/networking/validation/validation.go.
 *
 * @param owner - What has the backend in a field.
 */
export function validateIngressBackend(owner: ObjectView, field: string): void {
  const backend = owner.struct(field);
  const resource = backend.object('resource');
  const service = backend.object('service');
  if (resource !== undefined && service !== undefined) {
    owner.invalid(field, 'cannot set both resource and service backends', { value: '' });
  } else if (resource !== undefined) validateObjectReference(resource);
  else if (service === undefined) {
    owner.invalid(field, 'resource or service backend is required', {
      value: '',
      help: 'set `service: { name: web, port: { number: 80 } }`',
    });
  } else {
    const name = service.text('name');
    if (name === '') service.required('name');
    else service.allInvalid('name', nameRuleOf('v1', 'Service', owner.validation.version).errors(name));
    validatePort(owner, field, service.struct('port'));
  }
}

/** The server names the backend where the port is missing or twofold. */
function validatePort(owner: ObjectView, field: string, port: ObjectView): void {
  const name = port.text('name');
  const number = port.number('number');
  if (name !== '' && number !== 0) {
    owner.invalid(field, 'cannot set both port name & port number', {
      value: '',
      at: [field, 'service', 'port'],
      help: 'remove `name` or `number`',
    });
  } else if (name !== '') {
    const help = /^[0-9]+$/.test(name)
      ? [`for a port by its number, write \`port: { number: ${name} }\``]
      : [];
    port.allInvalid('name', portNameErrors(name), { help });
  } else if (number !== 0) port.allInvalid('number', portNumberErrors(number));
  else {
    owner.required(field, 'port name or number is required', {
      at: [field, 'service', 'port'],
      help: PORT_HELP,
    });
  }
}
