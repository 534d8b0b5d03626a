import { deploymentBounds, type DeploymentUpdate } from '../rolling-update';
import { podsInWords, type Rollout, type RolloutStep } from './rollout-step';

/** How the pods of a simulated rollout come up. */
export interface RolloutPace {
  /** How many new pods become available at a time; all that are starting by default. */
  readonly wave?: number;
}

/**
 * The steps of an update of a Deployment, as its controller takes them with pods that all come up: new pods first as
 * far as `maxSurge` lets it, then old ones away as far as `maxUnavailable` lets it, then it waits for new pods.
 *
 * Upstream: `rolloutRolling`, `reconcileNewReplicaSet`, `reconcileOldReplicaSets`,
 * k8s.io/kubernetes/pkg/controller/deployment/rolling.go; `rolloutRecreate`, recreate.go.
 *
 * @throws Error when a bound is neither an integer nor a percentage
 *
 * @example
 * deploymentRollout({ maxSurge: 1, maxUnavailable: 0 }, 3).steps.length;
 */
export function deploymentRollout(
  update: DeploymentUpdate,
  replicas: number,
  { wave = Infinity }: RolloutPace = {},
): Rollout {
  const { minAvailable, maxPods } = deploymentBounds(update, replicas);
  const isRecreate = update.type === 'Recreate';
  return {
    strategy: isRecreate ? 'Recreate' : 'RollingUpdate',
    desired: replicas,
    minAvailable,
    maxPods,
    steps: isRecreate ? recreate(replicas, wave) : rolling(replicas, { minAvailable, maxPods }, wave),
    isComplete: true,
  };
}

const NONE = { old: 0, starting: 0, fresh: 0, ending: 0 };

function rolling(
  replicas: number,
  { minAvailable, maxPods }: Pick<Rollout, 'minAvailable' | 'maxPods'>,
  wave: number,
): readonly RolloutStep[] {
  let now: RolloutStep = { ...NONE, old: replicas, what: 'before' };
  const steps = [now];
  for (;;) {
    const next = scaleUp(now, replicas, maxPods) ?? scaleDown(now, minAvailable) ?? comeUp(now, wave);
    if (next === undefined) return steps;
    steps.push(next);
    now = next;
  }
}

/** Upstream: `NewRSNewReplicas`, pkg/controller/deployment/util/deployment_util.go. */
function scaleUp(now: RolloutStep, replicas: number, maxPods: number): RolloutStep | undefined {
  const present = now.starting + now.fresh;
  const more = Math.min(maxPods - now.old - present, replicas - present);
  if (more <= 0) return undefined;
  return {
    ...now,
    ending: 0,
    starting: now.starting + more,
    what: `${podsInWords(more, 'new')} made`,
  };
}

function scaleDown(now: RolloutStep, minAvailable: number): RolloutStep | undefined {
  const less = Math.min(now.old, now.old + now.fresh - minAvailable);
  if (less <= 0) return undefined;
  return { ...now, old: now.old - less, ending: less, what: `${podsInWords(less, 'old')} told to end` };
}

function comeUp(now: RolloutStep, wave: number): RolloutStep | undefined {
  const up = Math.min(now.starting, wave);
  if (up === 0) return undefined;
  return {
    ...now,
    ending: 0,
    starting: now.starting - up,
    fresh: now.fresh + up,
    what: `${podsInWords(up, 'new')} available`,
  };
}

function recreate(replicas: number, wave: number): readonly RolloutStep[] {
  const before: RolloutStep = { ...NONE, old: replicas, what: 'before' };
  if (replicas === 0) return [before];
  const steps: RolloutStep[] = [
    before,
    { ...NONE, ending: replicas, what: `${podsInWords(replicas, 'old')} told to end` },
    { ...NONE, what: 'all old pods gone' },
    { ...NONE, starting: replicas, what: `${podsInWords(replicas, 'new')} made` },
  ];
  for (let fresh = 0; fresh < replicas;) {
    const up = Math.min(wave, replicas - fresh);
    fresh += up;
    steps.push({ ...NONE, starting: replicas - fresh, fresh, what: `${podsInWords(up, 'new')} available` });
  }
  return steps;
}
