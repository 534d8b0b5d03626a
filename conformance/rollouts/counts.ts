import { type RolloutStep } from '../../lib/model/rollout/rollout-step';

/** The pods at one time, as a step of a rollout counts them. */
export type Counts = Pick<RolloutStep, 'old' | 'starting' | 'fresh' | 'ending'>;

/** What is compared; which pods are ending is not for all kinds told by the model at every step. */
export type Compared = readonly (keyof Counts)[];

/** All counts, where pods that are ending hold up what comes next. */
export const ALL: Compared = ['old', 'starting', 'fresh', 'ending'];

/** What controllers go by that do not wait for pods that are ending. */
export const STAYING: Compared = ['old', 'starting', 'fresh'];

export function isSame(a: Counts, b: Counts, compared: Compared): boolean {
  return compared.every((each) => a[each] === b[each]);
}

/** Whether each count is on the way from one step to the next: a step of several pods is taken one by one. */
export function isBetween(counts: Counts, from: Counts, to: Counts, compared: Compared): boolean {
  return compared.every((each) => {
    const [low, high] = [Math.min(from[each], to[each]), Math.max(from[each], to[each])];
    return low <= counts[each] && counts[each] <= high;
  });
}

/** `old 2, starting 1, fresh 3, ending 0` */
export function inWords(counts: Counts, compared: Compared): string {
  return compared.map((each) => `${each} ${counts[each]}`).join(', ');
}
