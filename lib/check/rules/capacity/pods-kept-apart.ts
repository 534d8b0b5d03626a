import { podTemplate } from '../../../model/pod-template';
import { podNumbers } from '../../capacity/demand/pod-numbers';
import { defineRule } from '../../define-rule';
import { keptApart } from '../../nodes/kept-apart';
import { nodesFor } from '../../nodes/known-nodes';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { objectTitle } from '../../object-names';
import { nodeExample } from './nodes/node-examples';
import { deploymentExample } from './rollout/rollout-examples';

const NODES = `${nodeExample('node-1')}${nodeExample('node-2')}`;
const APART = `      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels:
                  app: web
`;

export default defineRule({
  code: 'K472',
  name: 'pods-kept-apart',
  group: 'capacity',
  severity: 'error',
  kinds: ['apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'ReplicationController'],
  reads: ['LimitRange', 'Node', 'autoscaling/HorizontalPodAutoscaler'],
  summary: 'More pods that keep apart from one another than there are places for them',
  explanation: `With required pod anti-affinity to its own labels a workload has one pod in each domain of the \`topologyKey\`: on each Node, or in each
zone. Replicas beyond the number of domains stay Pending. A rollout needs a place for its surge too: the new pods keep apart from the old ones, and
with \`maxUnavailable\` 0 no old one goes before a new one is available, so it stands still.

Preferred anti-affinity, or a spread constraint, keeps pods apart as far as it can be done.

${NODES_ASKED}`,
  bad: [
    { title: 'replicas', manifests: `${NODES}${deploymentExample('  replicas: 3\n', APART)}` },
    {
      title: 'a surge',
      manifests: `${NODES}${deploymentExample('  replicas: 2\n  strategy:\n    rollingUpdate:\n      maxUnavailable: 0\n', APART)}`,
    },
  ],
  good: `${NODES}${deploymentExample('  replicas: 2\n  strategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 1\n', APART)}`,
  check(entry, context) {
    const template = podTemplate(entry.object);
    if (template?.spec === undefined) return;
    for (const { key, pointer } of keptApart(template, entry.namespace)) {
      const nodes = nodesFor(entry, template, context);
      if (!nodes?.isTaken()) return;
      const fit = nodes.fit();
      // A Node without the label keeps nothing apart.
      if (fit.some(({ labels }) => !Object.hasOwn(labels, key))) continue;
      const places = new Set(fit.map(({ labels }) => labels[key])).size;
      const numbers = podNumbers(entry, template, context);
      const isOver = numbers.autoscaled > places;
      const isStuck = numbers.steady >= places && numbers.surge > 0 && numbers.maxUnavailable === 0;
      if (!isOver && !isStuck) continue;
      const where = key === 'kubernetes.io/hostname' ? 'Nodes' : `domains of \`${key}\``;
      context.report({
        object: entry,
        severity: numbers.steady > places || isStuck ? 'error' : 'warning',
        path: pointer,
        title: isOver
          ? `${objectTitle(entry)} has ${numbers.autoscaled} pods that keep apart, and ${places} ${where} for them`
          : `a rollout of ${objectTitle(entry)} stands still: its ${numbers.steady} pods keep apart on ${places} ${where}`,
        label: 'no two of these pods in one domain',
        notes: [
          isOver
            ? `the others stay Pending (FailedScheduling): "${places} node(s) didn't match pod anti-affinity rules"`
            : 'the new pod stays Pending, and maxUnavailable is 0: no old pod goes before it is available',
        ],
        help: isOver
          ? [
              `keep ${places} replicas, or add Nodes`,
              'or prefer to keep apart: preferredDuringSchedulingIgnoredDuringExecution',
              NODES_HELP,
            ]
          : [
              'write maxSurge: 0 with maxUnavailable: 1',
              'or prefer to keep apart: preferredDuringSchedulingIgnoredDuringExecution',
              NODES_HELP,
            ],
      });
      return;
    }
  },
});
