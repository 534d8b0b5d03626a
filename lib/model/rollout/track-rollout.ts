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
}

/**
 * The steps of a blue/green switch: the idle Deployment gets the new version and as many pods as the live one, the
 * Service is changed to it at one stroke, and the Deployment that was live becomes the idle one.
 */
export function switchRollout({ live, idle }: SwitchSpec, { wave = Infinity }: RolloutPace = {}): Rollout {
  const steps: RolloutStep[] = [{ ...NONE, old: live, serving: live, what: 'before' }];
  if (live > 0) {
    steps.push({
      ...NONE,
      old: live,
      starting: live,
      serving: live,
      what: `${podsInWords(live, 'new')} made beside the old`,
    });
  }
  for (let fresh = 0; fresh < live;) {
    const up = Math.min(wave, live - fresh);
    fresh += up;
    const starting = live - fresh;
    steps.push({
      ...NONE,
      old: live,
      starting,
      fresh,
      serving: live,
      what: `${podsInWords(up, 'new')} available`,
    });
  }
  steps.push({ ...NONE, old: live, fresh: live, serving: live, what: 'the Service sends to the new pods' });
  const gone = live - idle;
  if (gone > 0) {
    const what = `${podsInWords(gone, 'old')} told to end`;
    steps.push({ ...NONE, old: idle, fresh: live, ending: gone, serving: live, what });
  }
  return {
    strategy: 'blue/green',
    desired: live,
    minAvailable: live,
    maxPods: live + Math.max(live, idle),
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
