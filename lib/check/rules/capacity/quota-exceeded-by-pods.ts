import { namespaceLedgers } from '../../capacity/quota/namespace-ledgers';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { reportExceeded } from './quota/report-exceeded';

export default defineRule({
  code: 'K401',
  name: 'quota-exceeded-by-pods',
  group: 'capacity',
  severity: 'error',
  kinds: ['ResourceQuota', ...WORKLOAD_KINDS],
  reads: [
    'LimitRange',
    'Node',
    'autoscaling/HorizontalPodAutoscaler',
    'node.k8s.io/RuntimeClass',
    'scheduling.k8s.io/PriorityClass',
  ],
  summary: 'Pods that together need more than a ResourceQuota of their namespace permits',
  explanation: `The pods that controllers keep in a namespace, each with what its containers ask for once the defaults of LimitRanges
are filled in, come to more than a quota permits. The Deployments, StatefulSets and so on are accepted; the pods that come
last are refused, whichever they are, and only the events of their ReplicaSets say so.

Counted are \`replicas\` of each workload, or what its HorizontalPodAutoscaler makes of them, and single Pods; of a
DaemonSet a pod for each Node of the set. Jobs, surges of rollouts and autoscaling have rules of their own. Pods that are
larger than the whole quota are left out here: no sum is needed to see those. Of more than sixteen quotas of the same scopes
in a namespace the four tightest of each resource are looked at, here and in the other rules about quotas.
\`kubewright capacity\` shows all sums.`,
  bad: manifests(3),
  good: manifests(4),
  checkSet(context) {
    for (const ledgers of context.once(namespaceLedgers)) {
      reportExceeded(ledgers, context, {
        isAbout: ({ subject }) => subject.kind === 'pod',
        what: 'the pods of its namespace',
      });
    }
  },
});

function manifests(cpu: number): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: compute
  namespace: team-a
spec:
  hard:
    requests.cpu: ${cpu}
    pods: 10
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  namespace: team-a
spec:
  serviceName: db
  replicas: 2
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.0.0
          resources:
            requests:
              cpu: 1
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: team-a
spec:
  replicas: 3
  strategy:
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 1
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
    spec:
      containers:
        - name: api
          image: example.com/api:1.0.0
          resources:
            requests:
              cpu: 500m
`;
}
