import { type DeploymentUpdate } from '../rolling-update';
import { deploymentRollout, type RolloutPace } from './deployment-rollout';
import { podsInWords, type Rollout, type RolloutStep } from './rollout-step';

const NONE = { old: 0, starting: 0, fresh: 0, ending: 0 };

/** A switch from one Deployment to another that runs beside it. */
export interface SwitchSpec {
  /** Pods of the Deployment that the Service sends to. */
  readonly live: number;
  /** Pods that the other one has before and after: those of the old version stay so warm. */
  readonly idle: number;
  /** How the idle Deployment is updated. */
  readonly update?: DeploymentUpdate;
}

/**
 * The steps of a blue/green switch: the idle Deployment gets the new version, then as many pods as the live one, the Service
 * is changed to it at one stroke, and the Deployment that was live becomes the idle one.
 *
 * Where version and replicas of the idle one are changed at once, its controller scales first, and so makes pods of the
 * version before. Upstream: `isScalingEvent` in `syncDeployment`, k8s.io/kubernetes/pkg/controller/deployment.
 *
 * @throws Error when a bound is neither an integer nor a percentage
 */
export function switchRollout({ live, idle, update = {} }: SwitchSpec, pace: RolloutPace = {}): Rollout {
  const { wave = Infinity } = pace;
  const before = { ...NONE, old: live + idle, serving: live };
  const steps: RolloutStep[] = [{ ...before, what: 'before' }];
  const refresh = deploymentRollout(update, idle, pace);
  for (const step of refresh.steps.slice(1)) {
    steps.push({ ...step, old: live + step.old, serving: live, what: `idle: ${step.what}` });
  }
  const more = Math.max(0, live - idle);
  const after = { ...NONE, old: live, serving: live };
  if (more > 0) {
    const what = `${podsInWords(more, 'new')} made beside the old`;
    steps.push({ ...after, starting: more, fresh: idle, what });
  }
  for (let up = 0; up < more;) {
    const now = Math.min(wave, more - up);
    up += now;
    steps.push({
      ...after,
      starting: more - up,
      fresh: idle + up,
      what: `${podsInWords(now, 'new')} available`,
    });
  }
  const fresh = idle + more;
  steps.push({ ...after, fresh, serving: fresh, what: 'the Service sends to the new pods' });
  if (more > 0) {
    const what = `${podsInWords(more, 'old')} told to end`;
    steps.push({ ...NONE, old: live - more, fresh, ending: more, serving: fresh, what });
  }
  return {
    strategy: 'blue/green',
    desired: fresh,
    minAvailable: live,
    maxPods: live + Math.max(fresh, refresh.maxPods),
    steps,
    isComplete: true,
  };
}

/** A canary beside a stable Deployment, under one Service. */
export interface CanarySpec {
  /** Pods of the stable Deployment. */
  readonly stable: number;
  /** Pods of the canary. */
  readonly canary: number;
  /** Whether one Service sends to both, so that each gets by its number of pods; the default. */
  readonly isShared?: boolean;
  /** How the stable Deployment is updated when the canary has shown itself. */
  readonly update?: DeploymentUpdate;
}

/**
 * The steps of a canary release: canary pods of the new version take their share beside the stable ones, then the stable
 * Deployment is updated, then the canary goes.
 *
 * @throws Error when a bound is neither an integer nor a percentage
 */
export function canaryRollout(
  { stable, canary, update = {}, isShared = true }: CanarySpec,
  pace: RolloutPace = {},
): Rollout {
  const rollout = deploymentRollout(update, stable, pace);
  const wave = pace.wave ?? Infinity;
  const steps: RolloutStep[] = [{ ...NONE, old: stable, what: 'before' }];
  if (canary > 0) {
    steps.push({ ...NONE, old: stable, starting: canary, what: `${podsInWords(canary, 'canary')} made` });
  }
  for (let fresh = 0; fresh < canary;) {
    const up = Math.min(wave, canary - fresh);
    fresh += up;
    const share = Math.round((100 * fresh) / (stable + fresh));
    const what = `${podsInWords(up, 'canary')} available${isShared ? `: about ${share}% of requests` : ''}`;
    steps.push({ ...NONE, old: stable, starting: canary - fresh, fresh, what });
  }
  for (const step of rollout.steps.slice(1)) {
    steps.push({ ...step, fresh: step.fresh + canary, what: `stable: ${step.what}` });
  }
  if (canary > 0) {
    const what = `${podsInWords(canary, 'canary')} told to end`;
    steps.push({ ...NONE, fresh: stable, ending: canary, what });
  }
  return {
    strategy: 'canary',
    desired: stable,
    minAvailable: rollout.minAvailable,
    maxPods: rollout.maxPods + canary,
    steps,
    isComplete: true,
  };
}
