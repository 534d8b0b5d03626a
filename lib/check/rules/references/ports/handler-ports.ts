import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';

/** What asks a container for an answer. */
export type Handler = 'livenessProbe' | 'readinessProbe' | 'startupProbe' | 'postStart' | 'preStop';

/** The port of a probe or of a lifecycle handler, by its name. */
export interface HandlerPort {
  readonly handler: Handler;
  /** JSON pointer of the port. */
  readonly path: string;
  readonly port: string;
  readonly container: JsonObject;
}

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
const LIFECYCLE = ['postStart', 'preStop'] as const;
const ACTIONS = ['httpGet', 'tcpSocket'];

/** The ports that probes and lifecycle handlers of a pod ask by name, container by container. */
export function namedHandlerPorts(
  podSpec: JsonObject | undefined,
  specPointer: string,
): readonly HandlerPort[] {
  const all: HandlerPort[] = [];
  for (const field of ['initContainers', 'containers']) {
    listField(podSpec, field).forEach((container, index) => {
      if (!isJsonObject(container)) return;
      const pointer = `${specPointer}/${field}/${index}`;
      for (const handler of PROBES) addPorts(all, container, handler, container, pointer);
      const lifecycle = objectField(container, 'lifecycle');
      if (lifecycle === undefined) return;
      for (const handler of LIFECYCLE) addPorts(all, lifecycle, handler, container, `${pointer}/lifecycle`);
    });
  }
  return all;
}

function addPorts(
  all: HandlerPort[],
  holder: JsonObject,
  handler: Handler,
  container: JsonObject,
  pointer: string,
): void {
  const written = objectField(holder, handler);
  if (written === undefined) return;
  for (const action of ACTIONS) {
    const port = textField(objectField(written, action), 'port');
    if (port === undefined) continue;
    all.push({ handler, path: jsonPointer(pointer, handler, action, 'port'), port, container });
  }
}
