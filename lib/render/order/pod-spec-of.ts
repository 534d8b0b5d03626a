import { type JsonObject, type JsonValue } from '../../model/json-value';
import { type Manifest } from '../../model/manifest';

const TEMPLATE = ['spec', 'template', 'spec'];

/** Where each built-in kind that makes pods keeps the pod's spec. */
const PATHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Pod', ['spec']],
  ['ReplicationController', TEMPLATE],
  ['ReplicaSet', TEMPLATE],
  ['Deployment', TEMPLATE],
  ['StatefulSet', TEMPLATE],
  ['DaemonSet', TEMPLATE],
  ['Job', TEMPLATE],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template', 'spec']],
]);

/** The spec of the pods that an object is or makes, or `undefined` when it makes none. */
export function podSpecOf(object: Manifest): JsonObject | undefined {
  const path = PATHS.get(object.kind);
  return path && asObject(valueAt(object, path));
}

/** Follows keys through objects; `undefined` where one is missing. */
export function valueAt(value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((inner, key) => asObject(inner)?.[key], value);
}

function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}
