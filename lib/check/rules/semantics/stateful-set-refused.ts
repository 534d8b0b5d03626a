import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('stateful-set', {
  code: 'K211',
  name: 'stateful-set-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['apps/StatefulSet'],
  summary: 'A StatefulSet that the API server refuses',
  explanation: `The selector selects the labels of the template, \`podManagementPolicy\` is OrderedReady or Parallel, \`updateStrategy.type\` RollingUpdate or
OnDelete, and only the former has \`rollingUpdate\`. Since 1.33 the API server looks at \`serviceName\`, since 1.34 at the pods and the claims
of its templates: what was taken before, and failed when the first pod was to be made, is refused now.`,
  bad: [
    {
      title: 'labels that the selector does not select',
      manifests: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: data } }
    spec:
      containers: [{ name: db, image: example.com/db:1.0.0 }]
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  clusterIP: None
  selector: { app: data }
  ports: [{ name: sql, port: 5432 }]
`,
    },
    {
      title: 'a partition for pods that nobody replaces',
      manifests: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  updateStrategy: { type: OnDelete, rollingUpdate: { partition: 1 } }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: db, image: example.com/db:1.0.0 }]
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  clusterIP: None
  selector: { app: db }
  ports: [{ name: sql, port: 5432 }]
`,
    },
  ],
  good: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  updateStrategy: { rollingUpdate: { partition: 1 } }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: db, image: example.com/db:1.0.0 }]
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  clusterIP: None
  selector: { app: db }
  ports: [{ name: sql, port: 5432 }]
`,
});
