import { type KubernetesVersion } from '../../../lib/model/kubernetes-version';
import { checkManifests } from '../manifests';

const JOB = {
  spec: {
    template: {
      spec: { restartPolicy: 'Never', containers: [{ name: 'backup', image: 'example.com/backup:1.4.2' }] },
    },
  },
};

function told(
  schedule: string,
  more: { readonly target?: KubernetesVersion; readonly timeZone?: string } = {},
) {
  const text = JSON.stringify({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'backup', namespace: 'ops' },
    spec: { schedule, ...(more.timeZone && { timeZone: more.timeZone }), jobTemplate: JOB },
  });
  const [found] = checkManifests(text, more.target && { target: more.target }).filter(
    ({ severity }) => severity === 'error',
  );
  return found && [found.title.replace('CronJob `ops/backup` has ', ''), ...found.notes, ...found.help];
}

test.each(['30 3 * * *', '@daily', '*/5 8-18 * * mon-fri', '0 0 1 jan ?'])('%s is fine', (schedule) => {
  expect(told(schedule)).toBeUndefined();
});

test('what is refused is told with the field, the words of the server and what to write', () => {
  expect(
    [
      '0 0 0 * * MON-FRI',
      '* * * *',
      '61 * * * *',
      '0 0 * * 7',
      '0 24 * * *',
      '@dayly',
      '@every 1d',
      '',
      '0 0 1 1 1 1 1 1',
    ].map((schedule) => told(schedule)),
  ).toMatchSnapshot();
});

test('a time zone in the schedule is refused since 1.29, and before beside spec.timeZone', () => {
  const schedule = 'TZ=UTC 0 0 * * *';
  expect(told(schedule)?.[0]).toBe('a schedule with a time zone in it');
  expect(told(schedule, { target: '1.28' })).toBeUndefined();
  expect(told(schedule, { target: '1.28', timeZone: 'UTC' })).toContain(
    "set `timeZone: 'UTC'` beside `schedule: '0 0 * * *'`",
  );
});
