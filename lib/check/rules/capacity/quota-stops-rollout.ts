import { objectField } from '../../../model/json-object';
import { type Demand, type PodNumbers } from '../../capacity/demand/demand';
import { chargedDemands, figuresOf, type Ledger, type Line } from '../../capacity/quota/ledger';
import { namespaceLedgers } from '../../capacity/quota/namespace-ledgers';
import { chargeInWords } from '../../capacity/words/charges';
import { inFormatOf } from '../../capacity/words/in-format-of';
import { exceededQuota } from '../../capacity/words/refusal';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { hardPath, scopeNote } from './quota/report-exceeded';
import { type Shortage, shortage } from './quota/limiting-lines';

export default defineRule({
  code: 'K404',
  name: 'quota-stops-rollout',
  group: 'capacity',
  severity: 'error',
  kinds: ['apps/DaemonSet', 'apps/Deployment'],
  reads: ['LimitRange', 'Node', 'ResourceQuota', 'autoscaling/HorizontalPodAutoscaler'],
  summary: 'Rollouts whose surge does not fit into a ResourceQuota',
  explanation: `While a Deployment rolls out there are up to \`maxSurge\` pods beyond its replicas (by default a quarter of them, rounded
up). A quota that has room for the replicas alone refuses them.

- With \`maxUnavailable\` 0, which a default of 25% is for up to three replicas, an old pod goes only when a new one is
  available. If no new pod fits, none ever is: the rollout stands still, an **error**.
- Where some of the surge fits, or where \`maxUnavailable\` lets old pods go first, the rollout goes on, more slowly, with
  fewer pods and refused ones in its events: a **warning**.
- Where each rollout has room by itself but all at once have not, they wait for one another: an **info**.

Pods that end count until they are gone, so that a full quota refuses new ones for some seconds even without a surge.

A DaemonSet with \`maxSurge\` is held likewise, if the Nodes are known. A workload that does not fit without any rollout
is reported as that.`,
  bad: manifests('maxUnavailable: 0'),
  good: manifests('maxSurge: 0\n      maxUnavailable: 1'),
  checkSet(context) {
    for (const { quota, possible } of context.once(namespaceLedgers)) {
      let isReported = false;
      for (const demand of chargedDemands(possible)) {
        const numbers = demand.pods?.numbers;
        if (numbers === undefined || numbers.surge === 0) continue;
        const lack = shortage(demand, numbers.surge, possible);
        if (lack === undefined) continue;
        reportRollout(demand, numbers, lack, possible, context);
        isReported = true;
      }
      if (!isReported && quota.hard.size > 0) reportTogether(possible, context);
    }
  },
});

function reportRollout(
  demand: Demand,
  { surge, maxUnavailable }: PodNumbers,
  { fit, lines }: Shortage,
  { quota, ...ledger }: Ledger,
  context: RuleContext,
): void {
  const { entry, title } = demand;
  const [first] = lines;
  if (entry === undefined || first === undefined) return;
  const { name } = quota.entry;
  const stands = fit === 0 && maxUnavailable === 0;
  const message = exceededQuota(
    name,
    lines.map(({ resource, each, figures, hard }) => ({
      resource,
      requested: each,
      used: figures.steady,
      hard,
    })),
  );
  const strategy = entry.kind === 'DaemonSet' ? 'updateStrategy' : 'strategy';
  context.report({
    object: entry,
    severity: stands ? 'error' : 'warning',
    path: `/spec/${strategy}/rollingUpdate/maxSurge`,
    title: stands
      ? `a rollout of ${title} finds no room in the ResourceQuota \`${name}\`, and stands still`
      : `a rollout of ${title} finds room for ${fit} of ${surge} surge pods in the ResourceQuota \`${name}\``,
    label: lines.map((line) => peakInWords(demand, line)).join('\n'),
    others: [
      {
        entry: quota.entry,
        path: hardPath(first.resource),
        label: lines
          .map(
            ({ resource, figures, hard }) =>
              `${resource}: ${hard.toString()}, of which ${inFormatOf(hard, figures.steady).toString()} is used before any rollout`,
          )
          .join('\n'),
      },
    ],
    notes: [
      ...scopeNote({ quota, ...ledger }),
      `${stands ? 'no new pod is created' : 'some new pods are refused for a time'} (FailedCreate):\n"${message}"`,
      course(demand, fit, maxUnavailable),
    ],
    help: [
      `set maxSurge to 0 and maxUnavailable to 1, so that old pods make room for new ones`,
      ...lines.map(
        ({ resource, hard, figures, each }) =>
          `or raise the quota to ${resource}: ${inFormatOf(hard, figures.steady.add(each.multiply(surge))).toString()}`,
      ),
    ],
  });
}

/** What the controller does. Upstream: `reconcileOldReplicaSets`, pkg/controller/deployment/rolling.go. */
function course({ entry }: Demand, fit: number, maxUnavailable: number): string {
  if (fit > 0) {
    return `the rollout goes on with ${fit} at a time: each new pod that is available lets an old one go, which makes room`;
  }
  if (maxUnavailable > 0) {
    return `the rollout goes on: maxUnavailable lets ${maxUnavailable} old ${maxUnavailable === 1 ? 'pod' : 'pods'} go first, so that ${maxUnavailable === 1 ? 'one is' : 'so many are'} missing meanwhile`;
  }
  if (entry?.kind === 'DaemonSet')
    return 'with a surge, no old pod goes before the new one on its node is available';
  const spec = objectField(entry?.object, 'spec');
  const deadline = typeof spec?.progressDeadlineSeconds === 'number' ? spec.progressDeadlineSeconds : 600;
  return `maxUnavailable is 0: no old pod goes before a new one is available; after ${deadline} s the Deployment says ProgressDeadlineExceeded`;
}

function peakInWords(demand: Demand, { resource, each }: Shortage['lines'][number]): string {
  const total = each.multiply(demand.counts.peak).toString();
  return `${resource}: ${chargeInWords({ demand, each }, 'peak')} = ${total}`;
}

/** Rollouts that have room one by one. */
function reportTogether(ledger: Ledger, context: RuleContext): void {
  const { quota, lines } = ledger;
  const over = [...lines.values()].flatMap((line) => {
    const kept = line.charges.filter(
      ({ demand }) => demand.pods?.numbers.kind !== 'run' && demand.subject.kind === 'pod',
    );
    const peak = figuresOf(kept).peak;
    const isOver = peak.compare(line.hard) > 0 && line.figures.steady.compare(line.hard) <= 0;
    return isOver ? [{ line, kept, peak }] : [];
  });
  const [first] = over;
  if (first === undefined) return;
  const rolling = [...new Set(over.flatMap(({ kept }) => kept.map(({ demand }) => demand)))].filter(
    ({ pods }) => (pods?.numbers.surge ?? 0) > 0,
  );
  context.report({
    object: quota.entry,
    severity: 'info',
    path: hardPath(first.line.resource),
    title: `${objectTitle(quota.entry)} has no room for all rollouts of its namespace at once`,
    label: over.map(({ line, peak }) => togetherInWords(line, peak.toString())).join('\n'),
    others: rolling.slice(0, 3).flatMap(({ entry, counts, pods }) =>
      entry === undefined
        ? []
        : [
            {
              entry,
              path: '/spec/strategy',
              label: `${counts.steady} pods, and ${pods?.numbers.surge ?? 0} more while it rolls out`,
            },
          ],
    ),
    notes: ['each has room by itself: together they wait for one another, and none stands still'],
    help: over.map(
      ({ line, peak }) =>
        `raise the quota to ${line.resource}: ${inFormatOf(line.hard, peak).toString()} for all at once`,
    ),
  });
}

function togetherInWords({ resource, hard, figures }: Line, peak: string): string {
  return `${resource}: ${inFormatOf(hard, figures.steady).toString()} used, ${peak} while all roll out, of ${hard.toString()}`;
}

function manifests(bound: string): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: compute
  namespace: team-a
spec:
  hard:
    requests.cpu: 1500m
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
      ${bound}
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
