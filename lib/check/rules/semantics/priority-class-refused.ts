import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('priority-class', {
  code: 'K263',
  name: 'priority-class-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['scheduling.k8s.io/PriorityClass'],
  summary: 'A PriorityClass that the API server refuses',
  explanation: `Values above 1000000000 and names that begin with \`system-\` are the system's own. \`preemptionPolicy\` is \`PreemptLowerPriority\` or
\`Never\`.`,
  bad: [
    {
      title: 'a value of the system',
      manifests: `apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: { name: urgent }
value: 2000000000
`,
    },
    {
      title: 'a name of the system',
      manifests: `apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: { name: system-urgent }
value: 1000
`,
    },
  ],
  good: `apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: { name: urgent }
value: 1000000000
`,
});
