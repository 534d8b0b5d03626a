import { type IntOrString } from '../../../model/int-or-string';
import { objectField } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import {
  type DaemonSetUpdate,
  type DeploymentUpdate,
  type StatefulSetUpdate,
} from '../../../model/rolling-update';

/** How the spec of a Deployment says that pods are replaced. */
export function deploymentUpdateOf(spec: JsonObject | undefined): DeploymentUpdate {
  const strategy = objectField(spec, 'strategy');
  return strategy?.type === 'Recreate' ? { type: 'Recreate' } : boundsIn(strategy);
}

/** How the spec of a DaemonSet says that pods are replaced. */
export function daemonSetUpdateOf(spec: JsonObject | undefined): DaemonSetUpdate {
  const strategy = objectField(spec, 'updateStrategy');
  return strategy?.type === 'OnDelete' ? { type: 'OnDelete' } : boundsIn(strategy);
}

/**
 * How the spec of a StatefulSet says that pods are replaced. `maxUnavailable` is not in it: in no covered version is its
 * gate open by default (`MaxUnavailableStatefulSet`, pkg/features/kube_features.go), the first patches of 1.35 aside, and
 * the API server drops the field (`dropStatefulSetDisabledFields`, pkg/registry/apps/statefulset/strategy.go).
 */
export function statefulSetUpdateOf(spec: JsonObject | undefined): StatefulSetUpdate {
  const strategy = objectField(spec, 'updateStrategy');
  if (strategy?.type === 'OnDelete') return { type: 'OnDelete' };
  const partition = objectField(strategy, 'rollingUpdate')?.partition;
  return typeof partition === 'number' ? { partition } : {};
}

/** Whether it sets `maxUnavailable`, which {@link statefulSetUpdateOf} leaves out. */
export function setsMaxUnavailable(spec: JsonObject | undefined): boolean {
  return boundsIn(objectField(spec, 'updateStrategy')).maxUnavailable !== undefined;
}

interface Bounds {
  readonly maxSurge?: IntOrString;
  readonly maxUnavailable?: IntOrString;
}

function boundsIn(strategy: JsonObject | undefined): Bounds {
  const rollingUpdate = objectField(strategy, 'rollingUpdate');
  const maxSurge = rollingUpdate?.maxSurge;
  const maxUnavailable = rollingUpdate?.maxUnavailable;
  const bounds: { -readonly [Field in keyof Bounds]: Bounds[Field] } = {};
  if (isBound(maxSurge)) bounds.maxSurge = maxSurge;
  if (isBound(maxUnavailable)) bounds.maxUnavailable = maxUnavailable;
  return bounds;
}

function isBound(value: JsonValue | undefined): value is IntOrString {
  return typeof value === 'number' || typeof value === 'string';
}
