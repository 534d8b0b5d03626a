import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { nodesFor } from '../../nodes/known-nodes';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { nodeExample } from './nodes/node-examples';
import { deploymentExample } from './rollout/rollout-examples';

const CONTROL = nodeExample('control', {
  spec: 'spec:\n  taints:\n    - key: node-role.kubernetes.io/control-plane\n      effect: NoSchedule\n',
});
const WORKER = nodeExample('worker', { cpu: '2' });
const request = (cpu: string): string =>
  deploymentExample('', '', `          resources:\n            requests:\n              cpu: "${cpu}"\n`);

export default defineRule({
  code: 'K470',
  name: 'pod-fits-no-node',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS.filter((kind) => kind !== 'apps/DaemonSet'),
  reads: ['LimitRange', 'Node', 'node.k8s.io/RuntimeClass'],
  summary: 'A pod that none of the Nodes would take, were it empty',
  explanation: `The scheduler asks of every Node whether the pod may be there: its taints against the pod's tolerations, its labels against
\`nodeSelector\` and the required node affinity, and what it has (\`allocatable\`) against what the pod requests. Where each says no, the
pod stays Pending, and more replicas or more time do not help. What runs on the Nodes already is not looked at.

${NODES_ASKED} Pods that name another
scheduler are passed over.`,
  bad: `${CONTROL}${WORKER}${request('4')}`,
  good: [
    `${CONTROL}${WORKER}${request('1')}`,
    {
      title: 'Nodes that are declared',
      manifests: request('4'),
      external: { nodes: [{ name: 'worker', allocatable: { cpu: 8, memory: '32Gi' } }] },
    },
  ],
  check(entry, context) {
    const template = podTemplate(entry.object);
    if (template?.spec === undefined) return;
    const { schedulerName = 'default-scheduler' } = template.spec;
    if (schedulerName !== 'default-scheduler' || template.replicas === 0) return;
    const nodes = nodesFor(entry, template, context);
    if (nodes === undefined || nodes.isTaken()) return;
    const reasons = [...nodes.reasons().keys()];
    const lacks = reasons.some((reason) => reason.startsWith('Insufficient'));
    const taints = reasons.flatMap((reason) => /taint (\{.*\})$/.exec(reason)?.[1] ?? []);
    const isTainted = taints.length > 0;
    const isAway = reasons.some((reason) => reason.includes('affinity'));
    context.report({
      object: entry,
      path: template.specPointer,
      title: `no Node takes ${entry.kind === 'Pod' ? '' : 'the pods of '}${objectTitle(entry)}`,
      label:
        [...nodes.requests].map(([name, amount]) => `requests ${name} ${amount.toString()}`).join('\n') ||
        'requests nothing',
      notes: [
        `it stays Pending (FailedScheduling): "${nodes.message(context.target)}"`,
        ...(isTainted ? [`taints that it does not tolerate: ${taints.join(', ')}`] : []),
      ],
      help: [
        ...(lacks ? ['lower the requests to what one Node has, or add a larger Node'] : []),
        ...(isTainted ? ['add a toleration of the taint, if these pods may be there'] : []),
        ...(isAway ? ['change nodeSelector or affinity to labels that a Node has, or label a Node'] : []),
        ...(lacks || isTainted || isAway ? [] : ['name a Node that is there and takes pods']),
        NODES_HELP,
      ],
    });
  },
});
