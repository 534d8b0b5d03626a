import { isJsonObject, listField, objectField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';

/** What asks a container for an answer. */
export type Handler = 'livenessProbe' | 'readinessProbe' | 'startupProbe' | 'postStart' | 'preStop';

/** The port of a probe or of a lifecycle handler. */
export interface HandlerPort {
  readonly handler: Handler;
  /** JSON pointer of the port. */
  readonly path: string;
  readonly port: string | number;
  readonly container: JsonObject;
}

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
const LIFECYCLE = ['postStart', 'preStop'] as const;
const ACTIONS = ['httpGet', 'tcpSocket'];

/** The ports that probes and lifecycle handlers of a pod ask, container by container. */
export function handlerPorts(podSpec: JsonObject | undefined, specPointer: string): readonly HandlerPort[] {
  return ['initContainers', 'containers'].flatMap((field) =>
    listField(podSpec, field).flatMap((container, index) => {
      if (!isJsonObject(container)) return [];
      const pointer = jsonPointer(specPointer, field, index);
      const lifecycle = objectField(container, 'lifecycle');
      return [
        ...PROBES.flatMap((handler) => ports(container, handler, container, pointer)),
        ...LIFECYCLE.flatMap((handler) => ports(lifecycle, handler, container, `${pointer}/lifecycle`)),
      ];
    }),
  );
}

function ports(
  holder: JsonObject | undefined,
  handler: Handler,
  container: JsonObject,
  pointer: string,
): readonly HandlerPort[] {
  const written = objectField(holder, handler);
  if (written === undefined) return [];
  return ACTIONS.flatMap((action) => {
    const port = objectField(written, action)?.port;
    if (typeof port !== 'string' && typeof port !== 'number') return [];
    return [{ handler, path: jsonPointer(pointer, handler, action, 'port'), port, container }];
  });
}
