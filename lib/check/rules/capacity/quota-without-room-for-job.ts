import { type Demand, type PodNumbers } from '../../capacity/demand/demand';
import { chargedDemands, type Ledger } from '../../capacity/quota/ledger';
import { namespaceLedgers } from '../../capacity/quota/namespace-ledgers';
import { chargeInWords } from '../../capacity/words/charges';
import { inFormatOf } from '../../capacity/words/in-format-of';
import { exceededQuota } from '../../capacity/words/refusal';
import { defineRule } from '../../define-rule';
import { type RuleContext } from '../../rule-context';
import { hardPath } from './quota/report-exceeded';
import { type Shortage, shortage } from './quota/limiting-lines';

export default defineRule({
  code: 'K407',
  name: 'quota-without-room-for-job',
  group: 'capacity',
  severity: 'error',
  kinds: ['batch/CronJob', 'batch/Job'],
  reads: ['LimitRange', 'ResourceQuota'],
  summary: 'Jobs whose pods do not fit into a ResourceQuota beside what always runs',
  explanation: `The pods that controllers keep in the namespace leave a quota too little room for the pods of a Job, or of the Jobs
of a CronJob: as many at a time as \`parallelism\` says, but no more than \`completions\`.

If not one fits, the Job waits for as long as the rest runs: an **error**. If some do, it takes longer than its parallelism
promises: a **warning**. One Job of a CronJob is counted; with \`concurrencyPolicy: Allow\` there may be several.`,
  bad: manifests('1'),
  good: manifests('500m'),
  checkSet(context) {
    for (const { possible } of context.once(namespaceLedgers)) {
      for (const demand of chargedDemands(possible)) {
        const numbers = demand.pods?.numbers;
        if (numbers?.kind !== 'run') continue;
        const lack = shortage(demand, numbers.peak, possible);
        if (lack !== undefined) reportJob(demand, numbers, lack, possible, context);
      }
    }
  },
});

function reportJob(
  demand: Demand,
  { peak }: PodNumbers,
  { fit, lines }: Shortage,
  { quota }: Ledger,
  context: RuleContext,
): void {
  const { entry, title, pointer } = demand;
  const [first] = lines;
  if (entry === undefined || first === undefined) return;
  const { name } = quota.entry;
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
    object: entry,
    severity: fit === 0 ? 'error' : 'warning',
    path: pointer,
    title:
      fit === 0
        ? `${title} finds no room in the ResourceQuota \`${name}\` beside what always runs`
        : `${title} runs ${fit} of ${peak} pods at a time in the ResourceQuota \`${name}\``,
    label: lines
      .map(({ resource, each }) => {
        const words = chargeInWords({ demand, each }, 'peak');
        const total = each.multiply(peak).toString();
        return `${resource}: ${words === total ? total : `${words} = ${total}`}`;
      })
      .join('\n'),
    others: [
      {
        entry: quota.entry,
        path: hardPath(first.resource),
        label: lines
          .map(
            ({ resource, figures, hard }) =>
              `${resource}: ${hard.toString()}, of which ${inFormatOf(hard, figures.steady).toString()} is used by what always runs`,
          )
          .join('\n'),
      },
    ],
    notes: [
      `${fit === 0 ? 'its pods are' : 'the other pods are'} refused (FailedCreate), and the Job controller tries again:\n"${message}"`,
    ],
    help: [
      ...lines.map(
        ({ resource, hard, figures, each }) =>
          `raise the quota to ${resource}: ${inFormatOf(hard, figures.steady.add(each.multiply(peak))).toString()}`,
      ),
      fit === 0 ? 'or make room: fewer replicas, or less for each pod' : `or lower parallelism to ${fit}`,
    ],
  });
}

function manifests(cpu: string): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: compute
  namespace: team-a
spec:
  hard:
    requests.cpu: 2
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
              cpu: 1500m
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
  namespace: team-a
spec:
  schedule: '30 3 * * *'
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: example.com/backup:1.0.0
              resources:
                requests:
                  cpu: ${cpu}
`;
}
