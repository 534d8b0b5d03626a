import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { checkBound } from './limit-range/check-bound';

export default defineRule({
  code: 'K411',
  name: 'pod-below-limit-range',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['LimitRange', 'Namespace'],
  summary: 'Pods that ask for less than a LimitRange of their namespace demands',
  explanation: `Admission refuses every pod whose request or limit is below a \`min\` of a LimitRange of its namespace. With type
\`Container\` each container counts, with type \`Pod\` their sum does. Where a \`min\` names a resource, a request for it is needed
too; a container that has none gets it from the LimitRange, the sum of a pod does not.

A Deployment, a Job and the like are accepted all the same; it is their pods that are refused.`,
  bad: manifests('5Mi'),
  good: manifests('20Mi'),
  check: checkBound({
    bound: 'min',
    verb: ['is below', 'are below'],
    help: ({ observed, enforced, resource }, whose, owner) =>
      observed === undefined
        ? `give the containers requests of ${resource}, ${enforced.toString()} together at least`
        : `raise ${whose} to ${enforced.toString()}, or lower the ${owner}'s min to ${observed.amount.toString()}`,
  }),
});

function manifests(memory: string): string {
  return `apiVersion: v1
kind: LimitRange
metadata:
  name: limits
  namespace: team-a
spec:
  limits:
    - type: Container
      min:
        memory: 10Mi
---
apiVersion: v1
kind: Pod
metadata:
  name: probe
  namespace: team-a
spec:
  containers:
    - name: probe
      image: example.com/probe:1.0.0
      resources:
        requests:
          memory: ${memory}
        limits:
          memory: 64Mi
`;
}
