import { type Demand } from '../../capacity/demand/demand';
import { quotaNames } from '../../capacity/demand/pod-charge';
import { namespaceLedgers } from '../../capacity/quota/namespace-ledgers';
import { type Quota } from '../../capacity/quota/quotas';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext, type RuleContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { hardPath } from './quota/report-exceeded';

export default defineRule({
  code: 'K406',
  name: 'quota-needs-requests',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['LimitRange', 'ResourceQuota', 'scheduling.k8s.io/PriorityClass'],
  summary: 'Pods without a request or limit that a ResourceQuota of their namespace demands',
  explanation: `Where a quota limits cpu or memory, every container and init container of the pods that it counts has to say how
much it asks for: a request for \`cpu\`, \`memory\`, \`requests.cpu\` and \`requests.memory\`, a limit for \`limits.cpu\` and
\`limits.memory\`. Admission refuses a pod that does not. A limit alone will do for both, and so will the defaults of a
LimitRange; since 1.34 also resources of the pod itself. No other resource is demanded so.

If the LimitRange of the namespace is not in the set, declare it in \`external\`: \`{ kind: 'LimitRange', namespace: 'team-a' }\`.`,
  bad: manifests('cpu: 500m'),
  good: manifests('cpu: 500m\n              memory: 1Gi'),
  checkSet(context) {
    for (const { quota, all } of context.once(namespaceLedgers)) {
      if (context.external.mayBeSelected('', 'LimitRange', quota.entry.namespace, {})) continue;
      if (!DEMANDED.some((name) => quota.hard.has(name))) continue;
      for (const demand of all.demands) reportMissing(demand, quota, context);
    }
  },
});

/** Upstream: `validationSet`, pkg/quota/v1/evaluator/core/pods.go. */
const DEMANDED = ['cpu', 'limits.cpu', 'limits.memory', 'memory', 'requests.cpu', 'requests.memory'];

/** Upstream: `podEvaluator.Constraints`, in the same file. */
function missing({ pods }: Demand, { hard }: Quota, context: CheckContext): ReadonlyMap<string, string[]> {
  const lacking = new Map<string, string[]>();
  if (pods === undefined) return lacking;
  const { containers, ofPod } = pods.resources;
  if (ofPod.requests.size > 0 || ofPod.limits.size > 0) return lacking;
  const required = DEMANDED.filter((name) => hard.has(name));
  for (const container of required.length === 0 ? [] : containers) {
    const known = quotaNames(container, context.target);
    for (const name of required) {
      if (!known.has(name)) lacking.set(name, [...(lacking.get(name) ?? []), container.name]);
    }
  }
  return lacking;
}

function reportMissing(demand: Demand, quota: Quota, context: RuleContext): void {
  const { entry, pods, pointer } = demand;
  const lacking = missing(demand, quota, context);
  const [first] = lacking.keys();
  if (entry === undefined || pods === undefined || first === undefined) return;
  const isPod = entry.kind === 'Pod';
  const names = [...lacking.keys()];
  const who = new Set([...lacking.values()].flat());
  const field = pods.resources.containers.find(({ name }) => who.has(name))?.field;
  const byName = [...lacking].sort(([a], [b]) => (a < b ? -1 : 1));
  const message = byName.map(
    ([name, containers]) => `${name} for: ${[...new Set(containers)].sort().join(',')}`,
  );
  context.report({
    object: entry,
    path: field === undefined ? pointer : `${pods.template.specPointer}/${field}/resources`,
    title: `${isPod ? '' : 'pods of '}${objectTitle(entry)} ${isPod ? 'does' : 'do'} not say what the ResourceQuota \`${quota.entry.name}\` demands`,
    label: [...lacking]
      .map(([name, containers]) => `no ${fieldOf(name)} in ${containers.join(', ')}`)
      .join('\n'),
    others: [{ entry: quota.entry, path: hardPath(first), label: `ResourceQuota on ${names.join(', ')}` }],
    notes: [
      `${isPod ? 'the API server refuses it' : `the ${entry.kind} is accepted, but every pod is refused`}:\n"failed quota: ${quota.entry.name}: must specify ${message.join('; ')}"`,
    ],
    help: [
      `write ${[...new Set(names.map(fieldOf))].map((name) => `\`resources.${name}\``).join(' and ')} in the containers ${[...who].map((name) => `\`${name}\``).join(', ')}, or give defaults by a LimitRange`,
    ],
  });
}

/** `requests.cpu` where a quota says `cpu`. */
function fieldOf(name: string): string {
  return name.includes('.') ? name : `requests.${name}`;
}

function manifests(requests: string): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: compute
  namespace: team-a
spec:
  hard:
    requests.cpu: 4
    requests.memory: 8Gi
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
            requests:
              ${requests}
`;
}
