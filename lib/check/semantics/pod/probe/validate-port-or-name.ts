import { portNameErrors } from '../../../../model/names/port-name';
import { portNumberErrors } from '../../meta/port-number-errors';
import { type ObjectView } from '../../object-view';

/** ValidatePortNumOrName in pkg/apis/core/validation/validation.go: `port`, a number or the name of a container's port. */
export function validatePortOrName(owner: ObjectView): void {
  const port = owner.raw('port');
  if (typeof port === 'string') {
    owner.allInvalid('port', portNameErrors(port), {
      ...(/^\d+$/.test(port) && { help: `write the number without quotes: \`port: ${port}\`` }),
    });
    return;
  }
  const number = typeof port === 'number' ? port : 0;
  owner.allInvalid('port', portNumberErrors(number), { value: number });
}
