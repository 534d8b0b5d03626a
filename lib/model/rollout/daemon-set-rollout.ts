import { daemonSetBounds, type DaemonSetUpdate } from '../rolling-update';
import { type RolloutPace } from './deployment-rollout';
import { podsInWords, type Rollout, type RolloutStep } from './rollout-step';

/**
 * The steps of an update of a DaemonSet over so many nodes, with pods that all come up: without a surge a few old pods go
 * first and new ones take their places, with one the new pod is made beside the old one, which goes when it is available.
 *
 * Upstream: `rollingUpdate`, k8s.io/kubernetes/pkg/controller/daemon/update.go.
 *
 * @throws Error when a bound is neither an integer nor a percentage
 */
export function daemonSetRollout(
  update: DaemonSetUpdate,
  nodes: number,
  { wave = Infinity }: RolloutPace = {},
): Rollout {
  const { maxSurge, maxUnavailable, minAvailable, maxPods } = daemonSetBounds(update, nodes);
  const isOnDelete = update.type === 'OnDelete';
  let now: RolloutStep = { what: 'before', old: nodes, starting: 0, fresh: 0, ending: 0 };
  const steps = [now];
  const next = (): RolloutStep | undefined => {
    if (isOnDelete) return undefined;
    return maxSurge > 0
      ? (replaceAvailable(now, nodes) ?? surge(now, nodes, maxSurge) ?? comeUp(now, wave))
      : (makeMissing(now, nodes) ?? remove(now, maxUnavailable, nodes) ?? comeUp(now, wave));
  };
  for (let step = next(); step !== undefined; step = next()) {
    steps.push(step);
    now = step;
  }
  return {
    strategy: update.type ?? 'RollingUpdate',
    desired: nodes,
    minAvailable,
    maxPods,
    steps,
    isComplete: now.fresh === nodes,
  };
}

/** Once the old pods are gone, their nodes get new ones. */
function makeMissing(now: RolloutStep, nodes: number): RolloutStep | undefined {
  const missing = nodes - now.old - now.starting - now.fresh;
  if (missing === 0) return undefined;
  return {
    ...now,
    ending: 0,
    starting: now.starting + missing,
    what: `${podsInWords(missing, 'new')} made in their places`,
  };
}

function remove(now: RolloutStep, maxUnavailable: number, nodes: number): RolloutStep | undefined {
  const unavailable = nodes - now.old - now.fresh;
  const less = Math.min(now.old, maxUnavailable - unavailable);
  if (less <= 0) return undefined;
  return { ...now, old: now.old - less, ending: less, what: `${podsInWords(less, 'old')} told to end` };
}

/** Nodes that have both: the old pod goes when the new one is available. */
function replaceAvailable(now: RolloutStep, nodes: number): RolloutStep | undefined {
  const less = now.old + now.fresh - nodes;
  if (less <= 0) return undefined;
  return { ...now, old: now.old - less, ending: less, what: `${podsInWords(less, 'old')} told to end` };
}

function surge(now: RolloutStep, nodes: number, maxSurge: number): RolloutStep | undefined {
  const more = Math.min(maxSurge - now.starting, nodes - now.fresh - now.starting);
  if (more <= 0) return undefined;
  return {
    ...now,
    ending: 0,
    starting: now.starting + more,
    what: `${podsInWords(more, 'new')} made beside old ones`,
  };
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
