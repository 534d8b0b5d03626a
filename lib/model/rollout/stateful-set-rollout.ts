import { statefulSetBounds, type StatefulSetUpdate } from '../rolling-update';
import { type RolloutPace } from './deployment-rollout';
import { type Rollout, type RolloutStep } from './rollout-step';

/** What a rollout of a StatefulSet goes by. */
export interface StatefulSetRolloutSpec extends StatefulSetUpdate {
  readonly replicas: number;
  /** Whether pods are made and waited for one after the other; the default. */
  readonly isOrdered?: boolean;
  /** Name that the pods have before their ordinal; `pod` when left out. */
  readonly name?: string;
  /** The first ordinal. Default 0. */
  readonly start?: number;
}

type PodState = 'old' | 'ending' | 'absent' | 'starting' | 'new';

/**
 * The steps of an update of a StatefulSet, as its controller takes them with pods that all come up: from the highest
 * ordinal down to the partition a pod is deleted, made anew and waited for; several at a time with `maxUnavailable`.
 *
 * Upstream: `updateStatefulSet`, `updateStatefulSetAfterInvariantEstablished`,
 * k8s.io/kubernetes/pkg/controller/statefulset/stateful_set_control.go.
 *
 * @throws Error when `maxUnavailable` is neither an integer nor a percentage
 */
export function statefulSetRollout(
  spec: StatefulSetRolloutSpec,
  { wave = Infinity }: RolloutPace = {},
): Rollout {
  const { replicas, partition = 0, isOrdered = true, name = 'pod', start = 0 } = spec;
  const { maxUnavailable, minAvailable, maxPods } = statefulSetBounds(spec, replicas);
  const pods: PodState[] = Array.from({ length: replicas }, () => 'old');
  const steps: RolloutStep[] = [stepOf(pods, 'before')];
  const apply = (indexes: readonly number[], to: PodState, done: string): boolean => {
    if (indexes.length === 0) return false;
    for (const index of indexes) pods[index] = to;
    steps.push(stepOf(pods, `${ordinals(indexes, name, start)} ${done}`));
    return true;
  };
  const having = (state: PodState): readonly number[] =>
    pods.flatMap((each, index) => (each === state ? index : []));
  for (;;) {
    const missing = having('absent');
    const stopper = pods.findIndex((each) => each === 'starting' || each === 'ending');
    const [first] = missing;
    // In order, none is made while one before it is not available.
    const toMake = !isOrdered
      ? missing
      : first === undefined || (stopper >= 0 && stopper < first)
        ? []
        : [first];
    const unavailable = pods.filter((each) => each !== 'old' && each !== 'new').length;
    const room = Math.max(0, maxUnavailable - unavailable);
    const isSettled = !isOrdered || unavailable === 0;
    const toDelete = isSettled
      ? having('old')
          .filter((index) => index >= partition)
          .reverse()
          .slice(0, room)
      : [];
    const hasMoved =
      apply(toMake, 'starting', 'made anew') ||
      apply(toDelete, 'ending', 'told to end') ||
      apply(having('ending'), 'absent', 'gone') ||
      apply(having('starting').slice(0, wave), 'new', 'available');
    if (!hasMoved) break;
  }
  return {
    strategy: spec.type ?? 'RollingUpdate',
    desired: replicas,
    minAvailable,
    maxPods,
    steps,
    isComplete: pods.every((each) => each === 'new'),
  };
}

function stepOf(pods: readonly PodState[], what: string): RolloutStep {
  const count = (state: PodState): number => pods.filter((each) => each === state).length;
  return {
    what,
    old: count('old'),
    starting: count('starting'),
    fresh: count('new'),
    ending: count('ending'),
  };
}

function ordinals(indexes: readonly number[], name: string, start: number): string {
  const names = [...indexes].sort((a, b) => a - b).map((index) => `${name}-${index + start}`);
  return names.length > 3 ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}` : names.join(', ');
}
