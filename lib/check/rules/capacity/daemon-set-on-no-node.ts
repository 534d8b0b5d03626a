import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { clusterNodes } from '../../external/cluster-nodes';
import { daemonCount } from '../../nodes/daemon-count';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { objectTitle } from '../../object-names';
import { nodeExample } from './nodes/node-examples';

export default defineRule({
  code: 'K471',
  name: 'daemon-set-on-no-node',
  group: 'capacity',
  severity: 'warning',
  kinds: ['apps/DaemonSet'],
  reads: ['Node'],
  summary: 'A DaemonSet that runs on none of the Nodes',
  explanation: `A DaemonSet makes a pod for each Node that its \`nodeSelector\` and required node affinity select and whose taints it tolerates. Where
there is none it makes no pod, and says nothing of it: \`desiredNumberScheduled\` is 0.

${NODES_ASKED}`,
  bad: `${nodeExample('node-1')}${daemonSet('disk: ssd')}`,
  good: `${nodeExample('node-1')}${daemonSet('kubernetes.io/hostname: node-1')}`,
  check(entry, context) {
    const template = podTemplate(entry.object);
    if (template?.spec === undefined || daemonCount(template.spec, context) !== 0) return;
    const count = context.once(clusterNodes).length;
    context.report({
      object: entry,
      path: template.specPointer,
      title: `${objectTitle(entry)} runs on ${count === 1 ? 'no Node: there is 1' : `none of the ${count} Nodes`}`,
      label: 'its nodeSelector, affinity and tolerations leave no Node',
      notes: ['no pod is made, and no event tells of it: desiredNumberScheduled is 0'],
      help: ['change nodeSelector, affinity or tolerations to what a Node has, or label a Node', NODES_HELP],
    });
  },
});

function daemonSet(selector: string): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  namespace: shop
spec:
  selector:
    matchLabels:
      app: agent
  template:
    metadata:
      labels:
        app: agent
    spec:
      nodeSelector:
        ${selector}
      containers:
        - name: agent
          image: example.com/agent:1.0.0
`;
}
