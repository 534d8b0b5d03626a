import type { k8s } from 'cdk8s-plus-28';
import { type IConstruct } from 'constructs';
import { type IntOrPercent, readIntOrPercent } from '../../model/int-or-string';
import { isZero, wireCount, wirePart } from '../manifest/count';
import { readProperty } from '../manifest/read-property';
import { type Wire } from '../manifest/wire';
import { PropertyError } from '../property-error';

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

/** The annotation that `kubectl rollout history` reads, if there is something to say. */
export function changeCauseAnnotation(cause: string | undefined): Record<string, string> | undefined {
  return cause === undefined ? undefined : { 'kubernetes.io/change-cause': cause };
}

/**
 * The numbers of a rollout as they stand in a manifest.
 * @throws PropertyError if one is no count, or the deadline would end before a pod can be available
 * @see k8s.io/kubernetes/pkg/apis/apps/validation, ValidateDeploymentSpec
 */
export function rolloutNumbers(
  construct: IConstruct,
  { minReadySeconds, revisionHistoryLimit, progressDeadlineSeconds }: RolloutOptions,
): Pick<RolloutOptions, 'minReadySeconds' | 'revisionHistoryLimit' | 'progressDeadlineSeconds'> {
  wireCount(construct, 'minReadySeconds', minReadySeconds);
  wireCount(construct, 'revisionHistoryLimit', revisionHistoryLimit);
  wireCount(construct, 'progressDeadlineSeconds', progressDeadlineSeconds);
  const { ready = 0, deadline = 600 } = { ready: minReadySeconds, deadline: progressDeadlineSeconds };
  if (deadline <= ready) {
    throw new PropertyError(
      construct,
      'progressDeadlineSeconds',
      `is ${deadline}, no more than the minReadySeconds of ${ready}`,
      'give the rollout more time than a pod needs',
    );
  }
  return {
    ...(minReadySeconds !== undefined && { minReadySeconds }),
    ...(revisionHistoryLimit !== undefined && { revisionHistoryLimit }),
    ...(progressDeadlineSeconds !== undefined && { progressDeadlineSeconds }),
  };
}

/**
 * The manifest of a Deployment's strategy.
 * @throws PropertyError if a bound is no count or percentage, or both are zero
 * @see k8s.io/kubernetes/pkg/apis/apps/validation, ValidateRollingUpdateDeployment
 */
export function strategyManifest(
  construct: IConstruct,
  strategy: RolloutOptions['strategy'],
): Wire<k8s.DeploymentStrategy> | undefined {
  if (strategy === undefined) return undefined;
  if (typeof strategy === 'string') return { type: strategy };
  const { maxSurge, maxUnavailable } = strategy;
  if (maxSurge !== undefined) {
    readProperty(construct, 'strategy.maxSurge', () => readIntOrPercent(maxSurge, 'strategy.maxSurge'));
  }
  wirePart(construct, 'strategy.maxUnavailable', maxUnavailable);
  if (isZero(maxSurge) && isZero(maxUnavailable)) {
    throw new PropertyError(
      construct,
      'strategy',
      'has a maxSurge and a maxUnavailable of 0, so that no pod could be replaced',
      'raise one of them',
    );
  }
  return { type: 'RollingUpdate', rollingUpdate: strategy };
}
