import { httpHeaderNameErrors } from '../../../../model/names/http-header-name';
import { portNumberErrors } from '../../meta/port-number-errors';
import { type ObjectView } from '../../object-view';
import { validatePortOrName } from './validate-port-or-name';

/** A way to look at a container, or to act on it. */
export type HandlerKind = 'exec' | 'httpGet' | 'tcpSocket' | 'grpc' | 'sleep';

const SCHEMES = ['HTTP', 'HTTPS'];

/**
 * validateHandler in pkg/apis/core/validation/validation.go: that there is one handler, and only one.
 *
 * @param kinds - Those that it may be, in upstream's order.
 */
export function validateHandler(
  owner: ObjectView,
  kinds: readonly HandlerKind[],
  validateSleep: (sleep: ObjectView) => void = () => undefined,
): void {
  let found = false;
  for (const kind of kinds) {
    const handler = owner.object(kind);
    if (handler === undefined) continue;
    if (found) {
      owner.forbidden(kind, 'may not specify more than 1 handler type');
      continue;
    }
    found = true;
    if (kind === 'sleep') validateSleep(handler);
    else VALIDATORS[kind](handler);
  }
  if (!found) {
    owner.required([], 'must specify a handler type', {
      help: `write one of ${kinds.map((kind) => `\`${kind}\``).join(', ')}`,
    });
  }
}

const VALIDATORS: Readonly<Record<Exclude<HandlerKind, 'sleep'>, (handler: ObjectView) => void>> = {
  exec: (exec) => {
    if (exec.list('command').length === 0) exec.required('command');
  },
  httpGet: validateHttpGet,
  tcpSocket: (socket) => {
    validatePortOrName(socket);
  },
  grpc: (grpc) => {
    const port = grpc.number('port');
    grpc.allInvalid('port', portNumberErrors(port), { value: port });
  },
};

/** validateHTTPGetAction, after the defaults of path and scheme. */
function validateHttpGet(http: ObjectView): void {
  validatePortOrName(http);
  const scheme = http.text('scheme');
  if (scheme !== '' && !SCHEMES.includes(scheme)) http.notSupported('scheme', SCHEMES);
  http.objects('httpHeaders').forEach((header, index) => {
    const name = header.text('name');
    http.allInvalid('httpHeaders', httpHeaderNameErrors(name), {
      value: name,
      at: ['httpHeaders', index, 'name'],
    });
  });
}
