import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('cron-job', {
  code: 'K213',
  name: 'cron-job-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['batch/CronJob'],
  summary: 'A CronJob that the API server refuses, but for its schedule',
  explanation: `\`timeZone\` is a name of the IANA database such as \`Europe/Berlin\`, in its capitals; neither an abbreviation nor \`Local\`. How many Jobs are
kept, and how late one may start, is 0 or more.`,
  bad: [
    {
      title: 'an abbreviated time zone',
      manifests: `apiVersion: batch/v1
kind: CronJob
metadata: { name: backup, namespace: ops }
spec:
  schedule: 30 3 * * *
  timeZone: CEST
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: backup, image: example.com/backup:1.0.0 }]
`,
    },
    {
      title: 'a history of less than nothing',
      manifests: `apiVersion: batch/v1
kind: CronJob
metadata: { name: backup, namespace: ops }
spec:
  schedule: 30 3 * * *
  failedJobsHistoryLimit: -1
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: backup, image: example.com/backup:1.0.0 }]
`,
    },
  ],
  good: `apiVersion: batch/v1
kind: CronJob
metadata: { name: backup, namespace: ops }
spec:
  schedule: 30 3 * * *
  timeZone: Europe/Berlin
  failedJobsHistoryLimit: 1
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: backup, image: example.com/backup:1.0.0 }]
`,
});
