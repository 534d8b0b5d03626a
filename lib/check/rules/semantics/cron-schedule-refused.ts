import { CronError } from '../../../model/cron/cron-error';
import { cronScheduleErrors } from '../../../model/cron/cron-schedule-errors';
import { parseCron } from '../../../model/cron/parse-cron';
import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CronFailureTexts, cronFailureTexts } from './cron/cron-failure-texts';

export default defineRule({
  code: 'K214',
  name: 'cron-schedule-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['batch/CronJob'],
  summary: 'A CronJob with a schedule that the API server refuses',
  explanation: `\`spec.schedule\` has five fields: minute 0-59, hour 0-23, day of the month 1-31, month 1-12 or \`jan\`-\`dec\`, day of
the week 0-6 or \`sun\`-\`sat\`. A field is \`*\`, a number, a range \`1-5\`, a list \`1,3\`, each perhaps with a step \`*/10\`. Or it is
\`@yearly\`, \`@monthly\`, \`@weekly\`, \`@daily\`, \`@hourly\` or \`@every 1h30m\`.

Other crons differ: Quartz and Spring begin with seconds, some end with a year, and some take 7 for Sunday. Kubernetes takes none
of these. Since 1.29 it refuses a time zone in the schedule too: that is what \`spec.timeZone\` is for.`,
  bad: [
    {
      title: 'a field of seconds',
      manifests: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
  namespace: ops
spec:
  schedule: 0 30 3 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: example.com/backup:1.0.0
`,
    },
    {
      title: 'a time zone in the schedule',
      manifests: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
  namespace: ops
spec:
  schedule: CRON_TZ=Europe/Berlin 30 3 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: example.com/backup:1.0.0
`,
    },
  ],
  good: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
  namespace: ops
spec:
  schedule: 30 3 * * *
  timeZone: Europe/Berlin
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: example.com/backup:1.0.0
`,
  check(entry, { target, report }) {
    const spec = objectField(entry.object, 'spec');
    const schedule = spec?.schedule;
    if (typeof schedule !== 'string') return;
    const refused = cronScheduleErrors(schedule, target, textField(spec, 'timeZone'));
    if (refused.length === 0) return;
    const { what, notes, help } = textsOf(schedule);
    report({
      object: entry,
      path: '/spec/schedule',
      title: `${objectTitle(entry)} has ${what}`,
      label: `spec.schedule is ${JSON.stringify(schedule)}`,
      // The server repeats the fields that it found; they are in the label.
      notes: [
        ...notes,
        ...refused.map(
          (message) => `the API server refuses it: "${message.replace(/(?<=found \d+): \[.*\]$/s, '')}"`,
        ),
      ],
      help,
    });
  },
});

function textsOf(schedule: string): CronFailureTexts {
  try {
    parseCron(schedule);
  } catch (error) {
    if (error instanceof CronError) return cronFailureTexts(error);
    throw error;
  }
  return timeZoneTexts(schedule);
}

/** What parses and is refused all the same has a time zone in it. */
function timeZoneTexts(schedule: string): CronFailureTexts {
  const [, zone, rest] = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/s.exec(schedule) ?? [];
  return {
    what: 'a schedule with a time zone in it',
    notes: [],
    help:
      zone === undefined || rest === undefined
        ? ['set `spec.timeZone` instead']
        : [`set \`timeZone: '${zone}'\` beside \`schedule: '${rest}'\``],
  };
}
