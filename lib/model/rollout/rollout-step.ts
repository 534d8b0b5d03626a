/** What there is after one step of a rollout. Every pod counts in one of the four. */
export interface RolloutStep {
  /** What has happened: `new pods 3, so that there are 13`. */
  readonly what: string;
  /** Old pods that run and are available. */
  readonly old: number;
  /** New pods that are not yet available. */
  readonly starting: number;
  /** New pods that are available. */
  readonly fresh: number;
  /** Pods that have been told to end. */
  readonly ending: number;
  /** Pods that requests are sent to, where that is not every available one. */
  readonly serving?: number;
}

/** The steps of a rollout, and the bounds that it keeps. */
export interface Rollout {
  /** How it goes: `RollingUpdate`, `Recreate`, `OnDelete`, `blue/green`, `canary`. */
  readonly strategy: string;
  /** The pods that are wanted. */
  readonly desired: number;
  /** No fewer are available at any step. */
  readonly minAvailable: number;
  /** No more are there at any step, those that are ending left out. */
  readonly maxPods: number;
  readonly steps: readonly RolloutStep[];
  /** Whether the last step is one in which everything is new. */
  readonly isComplete: boolean;
}

/** Pods that take requests: all that are available unless told otherwise. */
export function availableIn({ old, fresh, serving }: RolloutStep): number {
  return serving ?? old + fresh;
}

/** Pods that are there and are to stay. */
export function podsIn({ old, starting, fresh }: RolloutStep): number {
  return old + starting + fresh;
}

/** ``1 new pod``, ``3 new pods``. */
export function podsInWords(count: number, which: string): string {
  return `${count} ${which} ${count === 1 ? 'pod' : 'pods'}`;
}
