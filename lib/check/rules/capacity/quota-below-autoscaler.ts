import { type Demand, type PodNumbers } from '../../capacity/demand/demand';
import { chargedDemands, type Ledger } from '../../capacity/quota/ledger';
import { namespaceLedgers } from '../../capacity/quota/namespace-ledgers';
import { chargeInWords, lineInWords } from '../../capacity/words/charges';
import { inFormatOf } from '../../capacity/words/in-format-of';
import { exceededQuota } from '../../capacity/words/refusal';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { hardPath } from './quota/report-exceeded';
import { type Shortage, shortage } from './quota/limiting-lines';

export default defineRule({
  code: 'K405',
  name: 'quota-below-autoscaler',
  group: 'capacity',
  severity: 'warning',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  reads: ['LimitRange', 'ResourceQuota', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet'],
  summary: 'HorizontalPodAutoscalers whose maximum a ResourceQuota does not permit',
  explanation: `An autoscaler may set more replicas than a quota of the namespace has room for. It does so under load, when the pods
are needed: the last of them are refused, the autoscaler reports the replicas that it wanted, and only the events of the
ReplicaSet tell. Lower \`maxReplicas\` to what fits, so that the limit is seen where it is set, or raise the quota.

Several autoscalers that each have room, but not together, are reported at the quota.`,
  bad: manifests(5),
  good: manifests(4),
  checkSet(context) {
    for (const { possible } of context.once(namespaceLedgers)) {
      let isReported = false;
      for (const demand of chargedDemands(possible)) {
        const numbers = demand.pods?.numbers;
        if (numbers?.autoscaler === undefined) continue;
        const lack = shortage(demand, numbers.autoscaled - numbers.steady, possible);
        if (lack === undefined) continue;
        reportMaximum(demand, numbers, numbers.autoscaler, lack, possible, context);
        isReported = true;
      }
      if (!isReported) reportTogether(possible, context);
    }
  },
});

function reportMaximum(
  demand: Demand,
  { steady, autoscaled }: PodNumbers,
  autoscaler: NonNullable<PodNumbers['autoscaler']>,
  { fit, lines }: Shortage,
  { quota }: Ledger,
  context: RuleContext,
): void {
  const { entry, title, pointer } = demand;
  const [first] = lines;
  if (entry === undefined || first === undefined) return;
  const { name } = quota.entry;
  const reach = steady + fit;
  const message = exceededQuota(
    name,
    lines.map(({ resource, each, figures, hard }) => ({
      resource,
      requested: each,
      used: figures.steady.add(each.multiply(fit)),
      hard,
    })),
  );
  context.report({
    object: autoscaler,
    path: '/spec/maxReplicas',
    title: `${objectTitle(autoscaler)} gets ${reach} of its ${autoscaled} replicas in the ResourceQuota \`${name}\``,
    label: lines
      .map(
        ({ resource, each }) =>
          `${resource}: ${chargeInWords({ demand, each }, 'autoscaled')} = ${each.multiply(autoscaled).toString()}`,
      )
      .join('\n'),
    others: [
      {
        entry: quota.entry,
        path: hardPath(first.resource),
        label: lines
          .map(
            ({ resource, figures, hard }) =>
              `${resource}: ${hard.toString()}, of which ${inFormatOf(hard, figures.steady).toString()} is used with ${steady} of these replicas`,
          )
          .join('\n'),
      },
      {
        entry,
        path: pointer,
        label: lines.map(({ resource, each }) => `${resource} of one pod: ${each.toString()}`).join('\n'),
      },
    ],
    notes: [`the pods of ${title} beyond ${reach} are refused (FailedCreate):\n"${message}"`],
    help: [
      `lower maxReplicas to ${reach}`,
      ...lines.map(
        ({ resource, hard, figures, each }) =>
          `or raise the quota to ${resource}: ${inFormatOf(hard, figures.steady.add(each.multiply(autoscaled - steady))).toString()}`,
      ),
    ],
  });
}

function reportTogether({ quota, lines, demands }: Ledger, context: RuleContext): void {
  const over = [...lines.values()].filter(
    ({ hard, figures }) => figures.autoscaled.compare(hard) > 0 && figures.steady.compare(hard) <= 0,
  );
  const [first] = over;
  if (first === undefined) return;
  context.report({
    object: quota.entry,
    path: hardPath(first.resource),
    title: `${objectTitle(quota.entry)} has no room for all autoscalers of its namespace at their maximum`,
    label: over.map((line) => `${lineInWords(line, 'autoscaled')}, of ${line.hard.toString()}`).join('\n'),
    others: demands
      .flatMap(({ pods }) => pods?.numbers.autoscaler ?? [])
      .slice(0, 3)
      .map((entry) => ({ entry, path: '/spec/maxReplicas', label: 'may be at its maximum with the others' })),
    notes: ['each has room by itself; of all together the last pods are refused (FailedCreate)'],
    help: over.map(
      ({ resource, hard, figures }) =>
        `raise the quota to ${resource}: ${inFormatOf(hard, figures.autoscaled).toString()}, or lower a maximum`,
    ),
  });
}

function manifests(maxReplicas: number): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: compute
  namespace: team-a
spec:
  hard:
    requests.cpu: 2
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: api
  namespace: team-a
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: api
  minReplicas: 2
  maxReplicas: ${maxReplicas}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
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
              cpu: 500m
`;
}
