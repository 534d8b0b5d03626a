import { BatchJob, type BatchJobProps } from '../../lib/patterns/batch-job';
import { only, synth, type Synthesized } from './synth';

const job = (props: Partial<BatchJobProps<never>> = {}): Synthesized =>
  only(
    synth((chart) => new BatchJob(chart, 'migrate', { image: 'shop:1', ...props })),
    'Job',
  );

describe('BatchJob', () => {
  test("with defaults 'none' says only what a Job needs", () => {
    expect(job({ defaults: 'none' })).toEqual({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'migrate' },
      spec: {
        template: {
          spec: { containers: [{ name: 'migrate', image: 'shop:1' }], restartPolicy: 'OnFailure' },
        },
      },
    });
  });

  test('labels its pods by default, and selects them by nothing', () => {
    const { spec } = job();
    expect(spec).not.toHaveProperty('selector');
    expect(spec.template.metadata.labels).toEqual({ 'app.kubernetes.io/name': 'migrate' });
  });

  test('writes how often, how many at once, and how failures count', () => {
    const podFailurePolicy = { rules: [{ action: 'Ignore', onPodConditions: [] }] };
    expect(
      job({
        completions: 10,
        parallelism: 2,
        indexed: true,
        restartPolicy: 'Never',
        backoffLimit: 3,
        backoffLimitPerIndex: 1,
        maxFailedIndexes: 2,
        podFailurePolicy,
        podReplacementPolicy: 'Failed',
        activeDeadlineSeconds: 100,
        ttlSecondsAfterFinished: 60,
        suspend: true,
      }).spec,
    ).toMatchObject({
      completions: 10,
      parallelism: 2,
      completionMode: 'Indexed',
      backoffLimit: 3,
      backoffLimitPerIndex: 1,
      maxFailedIndexes: 2,
      podFailurePolicy,
      podReplacementPolicy: 'Failed',
      activeDeadlineSeconds: 100,
      ttlSecondsAfterFinished: 60,
      suspend: true,
      template: { spec: { restartPolicy: 'Never' } },
    });
    // The deadline is of the Job, not of each pod.
    expect(job({ activeDeadlineSeconds: 100 }).spec.template.spec).not.toHaveProperty(
      'activeDeadlineSeconds',
    );
  });

  test('is named by its content: a change of the spec or of a patch is a new Job', () => {
    const name = (props: Partial<BatchJobProps<never>>): string =>
      job({ nameByContent: true, ...props }).metadata.name;
    const plain = name({});
    expect(plain).toMatch(/^migrate-[0-9a-f]{10}$/);
    expect(name({})).toBe(plain);
    expect(name({ annotations: { a: 'b' } })).toBe(plain);
    expect(name({ image: 'shop:2' })).not.toBe(plain);
    expect(name({ patch: { job: { spec: { backoffLimit: 1 } } } })).not.toBe(plain);
    expect(name({ patch: { job: { metadata: { annotations: { a: 'b' } } } } })).toBe(plain);
  });

  test.each([
    [{ indexed: true }, 'indexed needs the number of indexes; set completions'],
    [{ backoffLimitPerIndex: 1, restartPolicy: 'Never' }, 'backoffLimitPerIndex needs `indexed`'],
    [{ maxFailedIndexes: 1 }, 'maxFailedIndexes needs `backoffLimitPerIndex`'],
    [{ podFailurePolicy: { rules: [] } }, "podFailurePolicy does not go with restartPolicy 'OnFailure'"],
    [{ completions: -1 }, 'completions is -1'],
    [
      { name: 'm'.repeat(64), containerName: 'm', defaults: 'none' },
      `name of the Job is '${'m'.repeat(64)}', longer than 63 characters`,
    ],
  ] as const)('refuses %j', (props, message) => {
    expect(() => job(props)).toThrow(`BatchJob 'chart/migrate': ${message}`);
  });
});
