import type { k8s } from 'cdk8s-plus-28';
import { type IntOrPercent, readIntOrPercent } from '../../model/int-or-string';
import { type Wire } from '../manifest/wire';

/** Replaces pods bit by bit. Not both may come to zero. */
export interface RollingUpdateOptions {
  /** How many pods beyond `replicas`, rounded up. @defaultValue `25%`, by the API server */
  readonly maxSurge?: IntOrPercent;
  /** How many pods may be missing, rounded down. @defaultValue `25%`, by the API server */
  readonly maxUnavailable?: IntOrPercent;
}

/** How a Deployment replaces its pods. */
export interface RolloutOptions {
  /** `Recreate` stops all old pods first. @defaultValue `RollingUpdate`, by the API server */
  readonly strategy?: 'Recreate' | 'RollingUpdate' | RollingUpdateOptions;
  /** Seconds that a new pod has to be ready before it counts as available. @defaultValue 0 */
  readonly minReadySeconds?: number;
  /** Old ReplicaSets that are kept to roll back to. @defaultValue 10, by the API server */
  readonly revisionHistoryLimit?: number;
  /** Seconds without progress after which a rollout has failed. @defaultValue 600, by the API server */
  readonly progressDeadlineSeconds?: number;
  /** Makes changes without rolling them out. */
  readonly paused?: boolean;
  /** Why this version, as `kubectl rollout history` shows it. */
  readonly changeCause?: string;
}

/** The annotation that `kubectl rollout history` reads. */
export const CHANGE_CAUSE_ANNOTATION = 'kubernetes.io/change-cause';

/**
 * The manifest of a Deployment's strategy.
 * @throws Error if a bound is no count or percentage, or both are zero
 * @see k8s.io/kubernetes/pkg/apis/apps/validation, ValidateRollingUpdateDeployment
 */
export function strategyManifest(
  strategy: RolloutOptions['strategy'],
): Wire<k8s.DeploymentStrategy> | undefined {
  if (strategy === undefined) return undefined;
  if (typeof strategy === 'string') return { type: strategy };
  const bounds = Object.entries(strategy) as [string, IntOrPercent][];
  const zeros = bounds.filter(
    ([name, bound]) => Number.parseInt(String(readIntOrPercent(bound, `strategy.${name}`)), 10) === 0,
  );
  if (zeros.length === 2) {
    throw new Error(
      'strategy: maxSurge and maxUnavailable are both 0, so that no pod could be replaced; raise one of them',
    );
  }
  return { type: 'RollingUpdate', rollingUpdate: strategy };
}
