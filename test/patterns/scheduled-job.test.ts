import { ScheduledJob, type ScheduledJobProps } from '../../lib/patterns/scheduled-job';
import { only, synth, type Synthesized } from './synth';

const cron = (props: Partial<ScheduledJobProps<string, never>> = {}): Synthesized =>
  only(
    synth(
      (chart) => new ScheduledJob(chart, 'backup', { image: 'backup:1', schedule: '30 3 * * *', ...props }),
    ),
    'CronJob',
  );

describe('ScheduledJob', () => {
  test("with defaults 'none' says only what a CronJob needs", () => {
    expect(cron({ defaults: 'none' })).toEqual({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'backup' },
      spec: {
        schedule: '30 3 * * *',
        jobTemplate: {
          spec: {
            template: {
              spec: { containers: [{ name: 'backup', image: 'backup:1' }], restartPolicy: 'OnFailure' },
            },
          },
        },
      },
    });
  });

  test('writes when, in which zone, and what to do about those that overlap or are late', () => {
    const { spec } = cron({
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 2,
      failedJobsHistoryLimit: 1,
      suspend: true,
      completions: 2,
      patch: { cronJob: { spec: { jobTemplate: { spec: { backoffLimit: 0 } } } } },
    });
    expect(spec).toMatchObject({
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 2,
      failedJobsHistoryLimit: 1,
      suspend: true,
      jobTemplate: { spec: { completions: 2, backoffLimit: 0 } },
    });
    expect(spec.jobTemplate.spec).not.toHaveProperty('suspend');
  });

  test.each([
    [{ schedule: '0 30 3 * * *' }, 'schedule is refused: '],
    [{ schedule: '0 0 0 * *' }, 'schedule is refused: '],
    [{ schedule: 'TZ=UTC 0 0 * * *' }, "schedule is 'TZ=UTC 0 0 * * *': cannot use TZ"],
    [
      { timeZone: 'europe/berlin' },
      "timeZone is 'europe/berlin': unknown time zone europe/berlin; write 'Europe/Berlin'",
    ],
    [{ timeZone: 'Mars/Olympus' }, "timeZone is 'Mars/Olympus': unknown time zone"],
    [{ name: 'b'.repeat(53) }, 'name of the CronJob is'],
  ])('refuses %j', (props, message) => {
    expect(() => cron(props)).toThrow(`ScheduledJob 'chart/backup': ${message}`);
  });
});
