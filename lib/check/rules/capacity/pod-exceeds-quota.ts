import { type Demand } from '../../capacity/demand/demand';
import { chargedDemands, type Line } from '../../capacity/quota/ledger';
import { fitsInto, namespaceLedgers, type QuotaLedgers } from '../../capacity/quota/namespace-ledgers';
import { inFormatOf } from '../../capacity/words/in-format-of';
import { exceededQuota } from '../../capacity/words/refusal';
import { defineRule } from '../../define-rule';
import { type RuleContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { hardPath, scopeNote } from './quota/report-exceeded';

export default defineRule({
  code: 'K402',
  name: 'pod-exceeds-quota',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['LimitRange', 'ResourceQuota', 'node.k8s.io/RuntimeClass', 'scheduling.k8s.io/PriorityClass'],
  summary: 'Pods of which not even one fits into a ResourceQuota of their namespace',
  explanation: `One pod needs more than the whole quota permits, be the namespace empty. No pod of the workload ever runs. It is so
too with a quota of zero, by which a namespace is closed to some pods: to those of a scope, or to those that want devices.

Counted is what admission counts: the largest need of the pod at any time, with the defaults of LimitRanges filled in and
the overhead of its RuntimeClass.`,
  bad: manifests('3Gi'),
  good: manifests('2Gi'),
  checkSet(context) {
    for (const ledgers of context.once(namespaceLedgers)) {
      // Where none is too large, as a rule, none need be looked at.
      if (ledgers.all === ledgers.possible) continue;
      for (const demand of chargedDemands(ledgers.all)) {
        const { pods, counts } = demand;
        if (pods === undefined || (counts.peak === 0 && pods.numbers.isPerNode !== true)) continue;
        if (!fitsInto(demand, ledgers.quota.hard)) reportTooLarge(demand, ledgers, context);
      }
    }
  },
});

function reportTooLarge(
  { entry, each, pointer }: Demand,
  { quota, all }: QuotaLedgers,
  context: RuleContext,
): void {
  const over = [...each].flatMap(([resource, amount]) => {
    const line = all.lines.get(resource);
    return line === undefined || amount.compare(line.hard) <= 0 ? [] : [{ resource, amount, line }];
  });
  const [first] = over;
  if (entry === undefined || first === undefined) return;
  const { name } = quota.entry;
  const isPod = entry.kind === 'Pod';
  const message = exceededQuota(
    name,
    over.map(({ resource, amount, line }) => ({
      resource,
      requested: amount,
      used: undefined,
      hard: line.hard,
    })),
  );
  context.report({
    object: entry,
    path: pointer,
    title: `${isPod ? '' : 'pods of '}${entry.kind} \`${entry.namespace}/${entry.name}\` ${isPod ? 'does' : 'do'} not fit into the whole ResourceQuota \`${name}\``,
    label: over.map(({ resource, amount }) => `${resource} of one pod: ${amount.toString()}`).join('\n'),
    others: [
      {
        entry: quota.entry,
        path: hardPath(first.resource),
        label: over.map(({ resource, line }) => `hard ${resource}: ${line.hard.toString()}`).join('\n'),
      },
    ],
    notes: [
      ...scopeNote(all),
      `${isPod ? 'the API server refuses it' : `the ${entry.kind} is accepted, but every pod is refused`}:\n"${message}"`,
    ],
    help: over.map(({ resource, line }) => help(resource, line)),
  });
}

function help(resource: string, { hard, figures }: Line): string {
  const raise = `raise the quota to ${resource}: ${inFormatOf(hard, figures.steady).toString()}, which all pods of the namespace need`;
  if (hard.isZero()) return `the quota permits no pod with ${resource}: take it out of the pod, or ${raise}`;
  return `lower ${resource} of the pod to ${hard.toString()} at most, or ${raise}`;
}

function manifests(memory: string): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: compute
  namespace: team-a
spec:
  hard:
    requests.memory: 2Gi
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  namespace: team-a
spec:
  serviceName: db
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
              memory: ${memory}
`;
}
