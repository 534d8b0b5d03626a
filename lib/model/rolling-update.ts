import { type IntOrString, scaledIntOrPercent } from './int-or-string';

/** How far an update may stray from the number of pods asked for, in pods. */
export interface RolloutBounds {
  /** Pods that may exist beyond the desired number. */
  readonly maxSurge: number;
  /** Pods of the desired number that may be missing or not available. */
  readonly maxUnavailable: number;
  /** Pods that stay available throughout: desired less `maxUnavailable`. */
  readonly minAvailable: number;
  /** The most pods that exist at a time: desired plus `maxSurge`. */
  readonly maxPods: number;
}

/** `spec.strategy` of a Deployment, the part that says how pods are replaced. */
export interface DeploymentUpdate {
  /** Default `RollingUpdate`. */
  readonly type?: 'RollingUpdate' | 'Recreate';
  /** Default `'25%'`, rounded up. */
  readonly maxSurge?: IntOrString;
  /** Default `'25%'`, rounded down. */
  readonly maxUnavailable?: IntOrString;
}

/** `spec.updateStrategy` of a DaemonSet. */
export interface DaemonSetUpdate {
  /** Default `RollingUpdate`. */
  readonly type?: 'RollingUpdate' | 'OnDelete';
  /** Default 0. A percentage is rounded up. */
  readonly maxSurge?: IntOrString;
  /** Default 1. A percentage is rounded up, unlike a Deployment's. */
  readonly maxUnavailable?: IntOrString;
}

/** `spec.updateStrategy` of a StatefulSet. */
export interface StatefulSetUpdate {
  /** Default `RollingUpdate`. */
  readonly type?: 'RollingUpdate' | 'OnDelete';
  /** So many pods are left alone, from the first one on, whatever its ordinal is. Default 0. */
  readonly partition?: number;
  /**
   * Default 1. A percentage is rounded down, to no less than 1. Leave it out where the cluster ignores the field: it is
   * behind the gate `MaxUnavailableStatefulSet`, which is closed by default before Kubernetes 1.37. It was open in
   * 1.35.0 to 1.35.3 only, and closed again in 1.35.4 and 1.36 (kubernetes/kubernetes#137904, #137926).
   */
  readonly maxUnavailable?: IntOrString;
}

/** What the API server writes into a Deployment that does not say. Upstream: `SetDefaults_Deployment`. */
const DEPLOYMENT_DEFAULT = '25%';

/**
 * The two fenceposts of a Deployment's rolling update, in pods: surge rounded up, unavailable rounded down, and one pod
 * unavailable where both come to 0, since else nothing could move. A missing value counts as 0 here;
 * {@link deploymentBounds} fills in the API's defaults.
 *
 * Upstream: `ResolveFenceposts`, k8s.io/kubernetes/pkg/controller/deployment/util/deployment_util.go.
 *
 * @throws Error when a value is neither an integer nor a percentage
 */
export function resolveFenceposts(
  maxSurge: IntOrString | undefined,
  maxUnavailable: IntOrString | undefined,
  desired: number,
): Pick<RolloutBounds, 'maxSurge' | 'maxUnavailable'> {
  // The controller keeps the results in 32 bits.
  const surge = scaledIntOrPercent(maxSurge ?? 0, desired, 'up') | 0;
  const unavailable = scaledIntOrPercent(maxUnavailable ?? 0, desired, 'down') | 0;
  return { maxSurge: surge, maxUnavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

/**
 * The bounds of a Deployment's update. `Recreate` removes every pod before it makes new ones.
 *
 * ```ts
 * deploymentBounds({}, 10); // { maxSurge: 3, maxUnavailable: 2, minAvailable: 8, maxPods: 13 }
 * deploymentBounds({ maxSurge: 0, maxUnavailable: '5%' }, 10).maxUnavailable; // 1, not 0
 * ```
 *
 * Upstream: `MaxSurge`, `MaxUnavailable`, `MinAvailable`,
 * k8s.io/kubernetes/pkg/controller/deployment/util/deployment_util.go.
 *
 * @throws Error when a value is neither an integer nor a percentage
 */
export function deploymentBounds(update: DeploymentUpdate, replicas: number): RolloutBounds {
  if (update.type === 'Recreate') return bounds(0, replicas, replicas);
  const { maxSurge, maxUnavailable } = resolveFenceposts(
    update.maxSurge ?? DEPLOYMENT_DEFAULT,
    update.maxUnavailable ?? DEPLOYMENT_DEFAULT,
    replicas,
  );
  return bounds(maxSurge, maxUnavailable, replicas);
}

/**
 * The bounds of a DaemonSet's update over so many nodes. Both values are rounded up, and one pod may be unavailable
 * where both come to 0. A node holds one surplus pod at most. `OnDelete` replaces nothing by itself.
 *
 * Upstream: `SurgeCount`, `UnavailableCount`, k8s.io/kubernetes/pkg/controller/daemon/util/daemonset_util.go;
 * `updatedDesiredNodeCounts`, k8s.io/kubernetes/pkg/controller/daemon/update.go.
 *
 * @throws Error when a value is neither an integer nor a percentage
 */
export function daemonSetBounds(update: DaemonSetUpdate, nodes: number): RolloutBounds {
  if (update.type === 'OnDelete') return bounds(0, 0, nodes);
  const surge = scaledIntOrPercent(update.maxSurge ?? 0, nodes, 'up');
  const unavailable = scaledIntOrPercent(update.maxUnavailable ?? 1, nodes, 'up');
  return bounds(Math.min(surge, nodes), surge === 0 && unavailable === 0 ? 1 : unavailable, nodes);
}

/**
 * The bounds of a StatefulSet's update: it never surges, and replaces one pod at a time unless `maxUnavailable` says
 * more. `OnDelete` replaces nothing by itself.
 *
 * Upstream: `getStatefulSetMaxUnavailable`, k8s.io/kubernetes/pkg/controller/statefulset/stateful_set_utils.go;
 * `updateStatefulSetAfterInvariantEstablished`, stateful_set_control.go.
 *
 * @throws Error when `maxUnavailable` is neither an integer nor a percentage
 */
export function statefulSetBounds(update: StatefulSetUpdate, replicas: number): RolloutBounds {
  if (update.type === 'OnDelete') return bounds(0, 0, replicas);
  const resolved = scaledIntOrPercent(update.maxUnavailable ?? 1, replicas, 'down');
  const updated = Math.max(0, replicas - (update.partition ?? 0));
  return bounds(0, Math.min(Math.max(1, resolved), updated), replicas);
}

/** No more pods can be unavailable than there are. */
function bounds(maxSurge: number, maxUnavailable: number, desired: number): RolloutBounds {
  const unavailable = Math.min(maxUnavailable, desired);
  return {
    maxSurge,
    maxUnavailable: unavailable,
    minAvailable: desired - unavailable,
    maxPods: desired + maxSurge,
  };
}
