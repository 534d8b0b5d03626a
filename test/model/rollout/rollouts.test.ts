import fc from 'fast-check';

import { daemonSetRollout } from '../../../lib/model/rollout/daemon-set-rollout';
import { deploymentRollout } from '../../../lib/model/rollout/deployment-rollout';
import { availableIn, podsIn, type Rollout } from '../../../lib/model/rollout/rollout-step';
import { statefulSetRollout } from '../../../lib/model/rollout/stateful-set-rollout';
import { canaryRollout, switchRollout } from '../../../lib/model/rollout/track-rollout';

const bound = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 100 }).map((percent) => `${percent}%`),
);
const replicas = fc.integer({ min: 0, max: 12 });
const wave = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
const pace = wave.map((count) => (count === undefined ? {} : { wave: count }));

function keepsItsBounds({ steps, minAvailable, maxPods, desired, isComplete }: Rollout): void {
  for (const step of steps) {
    expect(availableIn(step)).toBeGreaterThanOrEqual(minAvailable);
    expect(podsIn(step)).toBeLessThanOrEqual(maxPods);
    expect(Math.min(step.old, step.starting, step.fresh, step.ending)).toBeGreaterThanOrEqual(0);
  }
  if (isComplete) expect(steps.at(-1)).toMatchObject(desired === 0 ? {} : { fresh: desired, starting: 0 });
}

/** The replicas of the two ReplicaSets, each change of them once. */
const counts = ({ steps }: Rollout): readonly string[] =>
  steps
    .map(({ old, starting, fresh }) => `${old}/${starting + fresh}`)
    .filter((each, index, all) => each !== all[index - 1]);

test('a Deployment keeps between its bounds, and ends with new pods alone', () => {
  fc.assert(
    fc.property(replicas, bound, bound, pace, (desired, maxSurge, maxUnavailable, atPace) => {
      const rollout = deploymentRollout({ maxSurge, maxUnavailable }, desired, atPace);
      keepsItsBounds(rollout);
      expect(rollout.steps.at(-1)).toMatchObject({ old: 0, fresh: desired, starting: 0 });
    }),
  );
});

test.each([
  ['a surge of one', { maxSurge: 1, maxUnavailable: 0 }, 2, ['2/0', '2/1', '1/1', '1/2', '0/2']],
  ['one less', { maxSurge: 0, maxUnavailable: 1 }, 2, ['2/0', '1/0', '1/1', '0/1', '0/2']],
  [
    'both 0, which counts as one less',
    { maxSurge: 0, maxUnavailable: '10%' },
    2,
    ['2/0', '1/0', '1/1', '0/1', '0/2'],
  ],
  ['ten by the defaults', {}, 10, ['10/0', '10/3', '8/3', '8/5', '3/5', '3/10', '0/10']],
])('%s', (_, update, desired, expected) => {
  expect(counts(deploymentRollout(update, desired))).toEqual(expected);
});

test('Recreate has a step without any pod', () => {
  const { steps, minAvailable } = deploymentRollout({ type: 'Recreate' }, 3);
  expect(minAvailable).toBe(0);
  expect(steps.map(podsIn)).toEqual([3, 0, 0, 3, 3]);
});

test('a StatefulSet keeps between its bounds, and leaves the pods below the partition', () => {
  fc.assert(
    fc.property(
      replicas,
      bound,
      fc.nat({ max: 14 }),
      fc.boolean(),
      pace,
      (desired, max, partition, isOrdered, atPace) => {
        const rollout = statefulSetRollout(
          { replicas: desired, maxUnavailable: max, partition, isOrdered },
          atPace,
        );
        keepsItsBounds(rollout);
        expect(rollout.steps.at(-1)?.old).toBe(Math.min(partition, desired));
      },
    ),
  );
});

test('a StatefulSet goes from the highest ordinal down', () => {
  const { steps } = statefulSetRollout({ replicas: 2, name: 'db', start: 1 });
  expect(steps.map(({ what }) => what)).toEqual([
    'before',
    'db-2 told to end',
    'db-2 gone',
    'db-2 made anew',
    'db-2 available',
    'db-1 told to end',
    'db-1 gone',
    'db-1 made anew',
    'db-1 available',
  ]);
});

test('a partition counts from the first ordinal', () => {
  const { steps } = statefulSetRollout({ replicas: 3, name: 'db', start: 5, partition: 1 });
  const ended = steps.map(({ what }) => what).filter((what) => what.endsWith('told to end'));
  expect(ended).toEqual(['db-7 told to end', 'db-6 told to end']);
  expect(steps.at(-1)).toMatchObject({ old: 1, fresh: 2 });
});

test('in order, pods that went together come back one by one', () => {
  const made = (isOrdered: boolean): readonly string[] =>
    statefulSetRollout({ replicas: 3, maxUnavailable: 2, isOrdered })
      .steps.map(({ what }) => what)
      .filter((what) => what.endsWith('made anew'));
  expect(made(true)).toEqual(['pod-1 made anew', 'pod-2 made anew', 'pod-0 made anew']);
  expect(made(false)).toEqual(['pod-1, pod-2 made anew', 'pod-0 made anew']);
});

test('a DaemonSet keeps between its bounds, and ends with new pods alone', () => {
  fc.assert(
    fc.property(replicas, bound, bound, pace, (nodes, maxSurge, maxUnavailable, atPace) => {
      const rollout = daemonSetRollout({ maxSurge, maxUnavailable }, nodes, atPace);
      for (const { old, fresh } of rollout.steps) {
        expect(old + fresh).toBeGreaterThanOrEqual(rollout.minAvailable);
      }
      keepsItsBounds(rollout);
      expect(rollout.steps.at(-1)).toMatchObject({ old: 0, fresh: nodes });
    }),
  );
});

test('what is replaced by hand alone is not replaced', () => {
  expect(daemonSetRollout({ type: 'OnDelete' }, 3)).toMatchObject({ isComplete: false, steps: [{ old: 3 }] });
  expect(statefulSetRollout({ type: 'OnDelete', replicas: 3 })).toMatchObject({
    isComplete: false,
    steps: [{ old: 3 }],
  });
});

test('a switch serves with all live pods at every step, and with as many after it', () => {
  fc.assert(
    fc.property(replicas, replicas, bound, bound, pace, (live, idle, maxSurge, maxUnavailable, atPace) => {
      const rollout = switchRollout({ live, idle, update: { maxSurge, maxUnavailable } }, atPace);
      const at = rollout.steps.findIndex(({ what }) => what === 'the Service sends to the new pods');
      rollout.steps.forEach((step, index) => {
        expect(availableIn(step)).toBe(index < at ? live : Math.max(live, idle));
      });
      keepsItsBounds(rollout);
    }),
  );
});

test('the idle pods of a switch are updated before there are more of them', () => {
  const { steps, maxPods } = switchRollout({ live: 3, idle: 1, update: { maxSurge: 1, maxUnavailable: 0 } });
  expect(steps.map(({ what, old, starting, fresh }) => [what, old, starting, fresh])).toEqual([
    ['before', 4, 0, 0],
    ['idle: 1 new pod made', 4, 1, 0],
    ['idle: 1 new pod available', 4, 0, 1],
    ['idle: 1 old pod told to end', 3, 0, 1],
    ['2 new pods made beside the old', 3, 2, 1],
    ['2 new pods available', 3, 0, 3],
    ['the Service sends to the new pods', 3, 0, 3],
    ['2 old pods told to end', 1, 0, 3],
  ]);
  expect(maxPods).toBe(6);
});

test('a canary takes its share, and goes when the stable pods are new', () => {
  const { steps } = canaryRollout({ stable: 3, canary: 1, update: { maxSurge: 1, maxUnavailable: 0 } });
  expect(steps.map(({ what }) => what).slice(0, 3)).toEqual([
    'before',
    '1 canary pod made',
    '1 canary pod available: about 25% of requests',
  ]);
  expect(steps.at(-1)).toMatchObject({ old: 0, fresh: 3, ending: 1 });
  fc.assert(
    fc.property(
      replicas,
      replicas,
      bound,
      bound,
      pace,
      (stable, canary, maxSurge, maxUnavailable, atPace) => {
        keepsItsBounds(canaryRollout({ stable, canary, update: { maxSurge, maxUnavailable } }, atPace));
      },
    ),
  );
});
