import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTROLS } from '../../../lib/check/pod-security/controls';
import { evaluatePod } from '../../../lib/check/pod-security/evaluate-pod';
import { refusalsInWords } from '../../../lib/check/pod-security/refusal-in-words';
import { CHECKED_LEVELS, packPolicyRecord, POLICY_MINORS, unpackPolicyRecord } from './policy-verdicts';
import { randomPods } from './random-pod';

// Written by `npm run conformance -- pod-security --pods 1500 --seed 1 --record`.
const text = readFileSync(join(__dirname, 'fixtures/upstream-verdicts.txt'), 'utf8');
const record = unpackPolicyRecord(text);
const pods = randomPods(record.seed, record.verdicts.length);

/** Where a verdict of upstream changes, or a control of ours. */
const minors = POLICY_MINORS.filter(
  (minor) =>
    CONTROLS.some(({ revisions }) => revisions.some(({ since }) => since === minor)) ||
    record.verdicts.some((levels) => levels.some((verdicts) => verdicts[minor] !== verdicts[minor - 1])),
);

/** What we say of each pod, by level and version. */
const ours = pods.map((pod) =>
  CHECKED_LEVELS.map((level) => minors.map((minor) => evaluatePod(level, minor, '1.36', pod))),
);

describe("what upstream's evaluator says of pods of a seed", () => {
  test('is of enough pods, some of which each level takes', () => {
    expect(pods.length).toBeGreaterThanOrEqual(1500);
    const taken = CHECKED_LEVELS.map(
      (_, level) => record.verdicts.filter((levels) => levels[level]?.at(-1) === '').length,
    );
    expect(Math.min(...taken)).toBeGreaterThan(200);
  });

  test('changes at the versions of the policy that changed something', () => {
    expect(minors).toEqual([0, 8, 19, 22, 23, 25, 27, 29, 31, 32, 34, 35]);
  });

  test('is what we say, at every level and version', () => {
    const different = ours.flatMap((levels, index) =>
      levels.flatMap((refusals, level) =>
        minors.flatMap((minor, place) => {
          const said = refusalsInWords(refusals[place] ?? []);
          const upstream = record.verdicts[index]?.[level]?.[minor];
          return said === upstream ? [] : [{ index, level, minor, said, upstream }];
        }),
      ),
    );
    expect(different.slice(0, 5)).toEqual([]);
  });

  test('has every control refuse some, and each of its revisions say something else than the one before', () => {
    const met = new Set(ours.flat(3).map(({ control }) => control.id));
    expect(CONTROLS.filter(({ id }) => !met.has(id)).map(({ id }) => id)).toEqual([]);
    const unchanged = CONTROLS.flatMap(({ id, revisions }) =>
      revisions.slice(1).flatMap(({ since, check }, index) => {
        const before = revisions[index]?.check;
        const differs = pods.some(({ metadata, spec }) => {
          const [old, now] = [before, check].map((each) => each?.(metadata, spec, '1.36')?.detail);
          return old !== now;
        });
        return differs ? [] : [`${id} ${since}`];
      }),
    );
    expect(unchanged).toEqual([]);
  });

  test('is packed without loss', () => {
    expect(unpackPolicyRecord(packPolicyRecord(record))).toEqual(record);
  });
});

test('every refusal has a place in the pod', () => {
  const wrong = new Set(
    ours
      .flat(3)
      .flatMap(({ control, violations }) =>
        violations.length === 0
          ? [control.id]
          : violations
              .map(({ pointer }) => pointer)
              .filter((pointer) => !/^\/(?:spec|metadata)\/\w/.test(pointer)),
      ),
  );
  expect([...wrong]).toEqual([]);
});
