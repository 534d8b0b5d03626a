import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { checkBound } from './limit-range/check-bound';

export default defineRule({
  code: 'K412',
  name: 'pod-exceeds-limit-range',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['LimitRange', 'Namespace'],
  summary: 'Pods that need more than a LimitRange of their namespace permits',
  explanation: `Admission refuses every pod whose limit or request is above a \`max\` of a LimitRange of its namespace. With type
\`Container\` each container counts. With type \`Pod\` their sum does: containers and sidecars together, or the largest init
container where that is more.

A Deployment, a Job and the like are accepted all the same. Their pods are what is refused: the rollout stands still, and
only the events of the ReplicaSet or Job say why.

What a manifest leaves out is taken as admission fills it in: a request from the limit, then both from the defaults of
the LimitRange. For the sum of a pod there are no defaults, so a \`max\` of type \`Pod\` asks for a limit on some container.

Of more than sixteen LimitRanges in a namespace the four tightest of each bound are looked at, here and in the other rules about
their bounds.`,
  bad: [
    { title: 'the sum of a pod', manifests: manifests('Pod', '1') },
    { title: 'a container', manifests: manifests('Container', '2500m') },
  ],
  good: [
    { title: 'the sum of a pod', manifests: manifests('Pod', '500m') },
    { title: 'a container', manifests: manifests('Container', '2') },
  ],
  check: checkBound({
    bound: 'max',
    verb: ['exceeds', 'exceed'],
    help: ({ observed, enforced, resource }, whose, owner) =>
      observed === undefined
        ? `give the containers limits of ${resource}, ${enforced.toString()} together at most`
        : `lower ${whose} by ${observed.amount.subtract(enforced).toString()}, or raise the ${owner}'s max to ${observed.amount.toString()}`,
  }),
});

function manifests(type: string, proxyCpu: string): string {
  return `apiVersion: v1
kind: LimitRange
metadata:
  name: limits
  namespace: team-a
spec:
  limits:
    - type: ${type}
      max:
        cpu: 2
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: team-a
spec:
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
            limits:
              cpu: 1500m
        - name: proxy
          image: example.com/proxy:1.0.0
          resources:
            limits:
              cpu: ${proxyCpu}
`;
}
