import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';

const cron = (lines: string): string => `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
  namespace: shop
spec:
  schedule: '30 3 * * *'
${lines}  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: example.com/backup:1.0.0
              resources:
                requests: { cpu: 50m, memory: 64Mi }
`;

export default defineRule({
  code: 'K627',
  name: 'cron-job-may-pile-up',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: ['batch/CronJob'],
  summary: 'A CronJob whose runs may overlap or be lost',
  explanation: `Without \`concurrencyPolicy\` a run starts while the last one is still going, and with \`Allow\` as the default a slow job piles up; without
\`startingDeadlineSeconds\` a CronJob that missed more than 100 starts never starts again.`,
  bad: cron(''),
  good: cron('  concurrencyPolicy: Forbid\n  startingDeadlineSeconds: 300\n'),
  check(entry, context) {
    const spec = objectField(entry.object, 'spec');
    const missing = ['concurrencyPolicy', 'startingDeadlineSeconds'].filter(
      (field) => spec?.[field] === undefined,
    );
    if (spec === undefined || missing.length === 0) return;
    context.report({
      object: entry,
      path: `/spec/${missing[0] ?? ''}`,
      title: `${objectTitle(entry)} says nothing of ${missing.join(' and ')}`,
      label: missing.map((field) => `${field} is not set`).join('\n'),
      help: [
        'say whether runs may overlap (`concurrencyPolicy`), and how late one may start (`startingDeadlineSeconds`)',
      ],
    });
  },
});
