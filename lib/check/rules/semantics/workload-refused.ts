import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('workload', {
  code: 'K210',
  name: 'workload-refused',
  group: 'semantics',
  severity: 'error',
  kinds: [
    'ReplicationController',
    'apps/ControllerRevision',
    'apps/DaemonSet',
    'apps/Deployment',
    'apps/ReplicaSet',
  ],
  summary: 'A Deployment, DaemonSet, ReplicaSet or ReplicationController that the API server refuses',
  explanation: `The selector is there, not empty, and selects the labels of the template: else the pods that it makes would not be its own. Pods that are
kept alive have the \`restartPolicy\` Always and no deadline. A rolling update has room to move: of \`maxSurge\` and \`maxUnavailable\` one is
more than 0, and of a DaemonSet's only one. \`progressDeadlineSeconds\` is more than \`minReadySeconds\`.`,
  bad: [
    {
      title: 'labels that the selector does not select',
      manifests: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0 }]
`,
    },
    {
      title: 'no room to move',
      manifests: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0 }]
`,
    },
    {
      title: 'a DaemonSet that surges, and takes away',
      manifests: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: web, namespace: shop }
spec:
  updateStrategy: { rollingUpdate: { maxSurge: 1 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0 }]
`,
    },
    {
      title: 'a recreation with an update that rolls',
      manifests: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  strategy: { type: Recreate, rollingUpdate: { maxSurge: 1 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0 }]
`,
    },
  ],
  good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0 }]
`,
});
