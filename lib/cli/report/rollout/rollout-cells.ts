import { availableIn, podsIn, type Rollout } from '../../../model/rollout/rollout-step';

/** The heads of the columns. */
export const ROLLOUT_HEADS = ['', 'step', 'old', 'new', 'ready', 'available', 'ending', 'pods'] as const;

/** The texts of each step, a column each. */
export function rolloutCells({ steps }: Rollout): readonly (readonly string[])[] {
  return steps.map((step, index) => [
    String(index),
    step.what,
    ...[
      step.old,
      step.starting + step.fresh,
      step.old + step.fresh,
      availableIn(step),
      step.ending,
      podsIn(step),
    ].map(String),
  ]);
}

/** The bounds, in a line. */
export function boundsInWords({ strategy, desired, minAvailable, maxPods, steps }: Rollout): string {
  const peak = Math.max(...steps.map((step) => podsIn(step) + step.ending));
  return `${strategy}: ${desired} wanted, never fewer than ${minAvailable} available, never more than ${maxPods} pods; at the peak ${peak} with those that are ending`;
}
