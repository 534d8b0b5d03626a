import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('disruption-budget', {
  code: 'K262',
  name: 'disruption-budget-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['policy/PodDisruptionBudget'],
  summary: 'A PodDisruptionBudget that the API server refuses',
  explanation: `It has \`minAvailable\` or \`maxUnavailable\`, not both: an integer of 0 or more, or a whole percentage up to 100 such as \`50%\`. A number in
quotes is a text, and no percentage.`,
  bad: [
    {
      title: 'both bounds',
      manifests: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  minAvailable: 1
  maxUnavailable: 1
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0 }]
`,
    },
    {
      title: 'a number in quotes',
      manifests: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  minAvailable: '2'
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0 }]
`,
    },
  ],
  good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  maxUnavailable: 1
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0 }]
`,
});
