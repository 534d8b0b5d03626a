import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('autoscaler', {
  code: 'K261',
  name: 'autoscaler-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  summary: 'A HorizontalPodAutoscaler that the API server refuses',
  explanation: `\`maxReplicas\` is at least \`minReplicas\`, and that is at least 1: scaling to zero is behind a feature gate that is off. A metric says its
\`type\` and has the one field of that name, with a \`target\`: \`targetAverageUtilization\` and its like are fields of versions that are gone. Since
1.34 \`scaleTargetRef.apiVersion\` names a group: \`apps/v1\`.`,
  bad: [
    {
      title: 'a target without a value',
      manifests: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  maxReplicas: 5
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: example.com/web:1.0.0
          resources:
            requests: { cpu: 100m, memory: 64Mi }
`,
    },
    {
      title: 'fewer at most than at least',
      manifests: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 5
  maxReplicas: 3
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: example.com/web:1.0.0
          resources:
            requests: { cpu: 100m, memory: 64Mi }
`,
    },
    {
      title: 'no replicas at all',
      manifests: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 0
  maxReplicas: 3
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: example.com/web:1.0.0
          resources:
            requests: { cpu: 100m, memory: 64Mi }
`,
    },
  ],
  good: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 5
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 80 } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: example.com/web:1.0.0
          resources:
            requests: { cpu: 100m, memory: 64Mi }
`,
});
