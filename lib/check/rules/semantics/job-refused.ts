import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('job', {
  code: 'K212',
  name: 'job-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['batch/Job', 'batch/CronJob'],
  summary: 'A Job, or the Job of a CronJob, that the API server refuses',
  explanation: `The pods of a Job end: their \`restartPolicy\` is Never or OnFailure, and has to be written, since the default is Always. The server makes the
selector; one of your own needs \`manualSelector: true\`, and a CronJob takes none. What is counted by index (\`backoffLimitPerIndex\`,
\`maxFailedIndexes\`, \`successPolicy\`) needs \`completionMode: Indexed\` and \`completions\`. \`podFailurePolicy\` needs
\`restartPolicy: Never\`; each of its rules has exit codes, in order, or conditions of the pod. The name becomes a label of the pods, and has 63
characters at most.`,
  bad: [
    {
      title: 'no restart policy',
      manifests: `apiVersion: batch/v1
kind: Job
metadata: { name: import, namespace: shop }
spec:
  template:
    spec:
      containers: [{ name: import, image: example.com/import:1.0.0 }]
`,
    },
    {
      title: 'a selector of its own',
      manifests: `apiVersion: batch/v1
kind: Job
metadata: { name: import, namespace: shop }
spec:
  selector: { matchLabels: { app: import } }
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: import, image: example.com/import:1.0.0 }]
`,
    },
    {
      title: 'a limit by index where there are none',
      manifests: `apiVersion: batch/v1
kind: Job
metadata: { name: import, namespace: shop }
spec:
  backoffLimitPerIndex: 1
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: import, image: example.com/import:1.0.0 }]
`,
    },
    {
      title: 'a failure policy whose codes are out of order',
      manifests: `apiVersion: batch/v1
kind: Job
metadata: { name: import, namespace: shop }
spec:
  podFailurePolicy:
    rules:
      - action: FailJob
        onExitCodes: { operator: In, values: [42, 3] }
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: import, image: example.com/import:1.0.0 }]
`,
    },
  ],
  good: `apiVersion: batch/v1
kind: Job
metadata: { name: import, namespace: shop }
spec:
  completionMode: Indexed
  completions: 3
  backoffLimitPerIndex: 1
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: import, image: example.com/import:1.0.0 }]
`,
});
