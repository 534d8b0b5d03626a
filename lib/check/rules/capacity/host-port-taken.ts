import { objectField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodTemplate } from '../../../model/pod-template';
import { type PodNumbers } from '../../capacity/demand/demand';
import { podNumbers } from '../../capacity/demand/pod-numbers';
import { daemonSetUpdateOf } from '../../capacity/demand/updates';
import { defineRule } from '../../define-rule';
import { type Finding } from '../../finding';
import { type HostPort, hostPorts } from '../../nodes/host-ports';
import { nodesFor } from '../../nodes/known-nodes';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { scheduledPods } from '../../nodes/scheduled-pods';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { areOnOneNode } from '../../storage/one-node';
import { nodeExample } from './nodes/node-examples';
import { deploymentExample } from './rollout/rollout-examples';

const NODES = `${nodeExample('node-1')}${nodeExample('node-2')}`;
const PORT = '          ports:\n            - containerPort: 8080\n              hostPort: 80\n';
const FIRST = '  strategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 1\n';

export default defineRule({
  code: 'K452',
  name: 'host-port-taken',
  group: 'capacity',
  severity: 'error',
  kinds: [
    'apps/DaemonSet',
    'apps/Deployment',
    'apps/ReplicaSet',
    'apps/StatefulSet',
    'ReplicationController',
  ],
  reads: ['LimitRange', 'Node', 'autoscaling/HorizontalPodAutoscaler', 'node.k8s.io/RuntimeClass'],
  summary: 'Pods that need a port of their Node which others of them have, all the time or in a rollout',
  explanation: `A \`hostPort\`, and every port of a pod with \`hostNetwork\`, is one pod's on each Node. Of a workload there may be as many pods as Nodes
that take them; further ones stay Pending. A rollout that starts new pods before it ends old ones needs a Node without an old one: where there is
none, and \`maxUnavailable\` is 0 (which a default of 25% is for up to three replicas), it stands still.

A DaemonSet with \`maxSurge\` has an old pod on every Node, so its new pods find no port at all; the API server takes it all the same. Its default, \`maxUnavailable\`
1, ends the old pod first.

Of a DaemonSet, and of pods that all go to one Node, this is known without the Nodes. ${NODES_ASKED}`,
  bad: [
    { title: 'replicas', manifests: `${NODES}${deploymentExample(`  replicas: 3\n${FIRST}`, '', PORT)}` },
    { title: 'a surge', manifests: `${NODES}${deploymentExample('  replicas: 2\n', '', PORT)}` },
    { title: 'a DaemonSet', manifests: daemonSet('maxSurge: 1\n      maxUnavailable: 0') },
  ],
  good: [
    {
      title: 'an old pod goes first',
      manifests: `${NODES}${deploymentExample(`  replicas: 2\n${FIRST}`, '', PORT)}`,
    },
    {
      title: 'a Node without an old pod',
      manifests: `${NODES}${deploymentExample('  replicas: 1\n', '', PORT)}`,
    },
    { title: 'a DaemonSet', manifests: daemonSet('maxUnavailable: 1') },
  ],
  check(entry, context) {
    const template = scheduledPods(entry);
    const [port] = template === undefined ? [] : hostPorts(template);
    if (template === undefined || port === undefined) return;
    const finding =
      entry.kind === 'DaemonSet'
        ? ofDaemons(entry, template, port, context)
        : ofReplicas(entry, template, port, context);
    if (finding !== undefined) context.report(finding);
  },
});

/** Upstream: `ErrReason`, k8s.io/kubernetes/pkg/scheduler/framework/plugins/nodeports/node_ports.go. */
const TAKEN = '"node(s) didn\'t have free ports for the requested pod ports"';

function ofDaemons(
  entry: ObjectEntry,
  template: PodTemplate,
  port: HostPort,
  context: CheckContext,
): Finding | undefined {
  const update = daemonSetUpdateOf(objectField(entry.object, 'spec'));
  const { maxSurge = 0 } = update;
  if (update.type === 'OnDelete' || parseFloat(`${maxSurge}`) === 0) return undefined;
  const { isPerNode, steady } = podNumbers(entry, template, context);
  if (isPerNode !== true && steady === 0) return undefined;
  return {
    object: entry,
    path: '/spec/updateStrategy/rollingUpdate/maxSurge',
    title: `a rollout of ${objectTitle(entry)} stands still: on every Node the old pod has port ${port.port}`,
    label: `maxSurge is ${maxSurge}: the new pod starts before the old one ends`,
    others: [{ entry, path: port.pointer, label: `each pod needs port ${port.port} of its Node` }],
    notes: [`the new pods stay Pending (FailedScheduling): ${TAKEN}; the old ones stay too`],
    help: ['leave out maxSurge, and write maxUnavailable: 1: the old pod goes first'],
  };
}

function ofReplicas(
  entry: ObjectEntry,
  template: PodTemplate,
  port: HostPort,
  context: CheckContext,
): Finding | undefined {
  const fit = nodesFor(entry, template, context)?.count();
  // That no Node takes them at all is told as that.
  if (fit === 0) return undefined;
  const nodes = areOnOneNode(template, context) ? 1 : fit;
  if (nodes === undefined) return undefined;
  const numbers = podNumbers(entry, template, context);
  const { autoscaled, steady, surge, maxUnavailable } = numbers;
  const where = nodes === 1 ? 'the one Node' : `each of the ${nodes} Nodes`;
  if (autoscaled > nodes) return tooMany(entry, port, numbers, nodes, where);
  if (steady < nodes || surge === 0 || maxUnavailable > 0) return undefined;
  return {
    object: entry,
    path: '/spec/strategy',
    title: `a rollout of ${objectTitle(entry)} stands still: on ${where} for its pods an old one has port ${port.port}`,
    label: `new pods start before old ones end: maxSurge is ${surge}, maxUnavailable 0`,
    others: [{ entry, path: port.pointer, label: `each pod needs port ${port.port} of its Node` }],
    notes: [
      `the new pod stays Pending (FailedScheduling): ${TAKEN}; maxUnavailable is 0, so no old pod goes before it is available`,
    ],
    help: ['write maxSurge: 0 with maxUnavailable: 1', ...servedHelp(nodes)],
  };
}

function tooMany(
  entry: ObjectEntry,
  { port, pointer }: HostPort,
  { autoscaled, steady }: PodNumbers,
  nodes: number,
  where: string,
): Finding {
  return {
    object: entry,
    severity: steady > nodes ? 'error' : 'warning',
    path: pointer,
    part: 'value',
    title: `${objectTitle(entry)} has ${autoscaled} pods that each need port ${port} of a Node, and ${nodes === 1 ? '1 Node' : `${nodes} Nodes`} for them`,
    label: `port ${port} of the Node is one pod's`,
    notes: [`on ${where} it is taken, and further pods stay Pending (FailedScheduling): ${TAKEN}`],
    help: [`keep ${nodes === 1 ? '1 replica' : `${nodes} replicas`}, or add Nodes`, ...servedHelp(nodes)],
  };
}

function servedHelp(nodes: number): readonly string[] {
  return [
    'or leave out hostPort and hostNetwork, and send to the pods by a Service',
    ...(nodes === 1 ? [] : [NODES_HELP]),
  ];
}

function daemonSet(bounds: string): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  namespace: shop
spec:
  selector:
    matchLabels:
      app: agent
  updateStrategy:
    rollingUpdate:
      ${bounds}
  template:
    metadata:
      labels:
        app: agent
    spec:
      containers:
        - name: agent
          image: example.com/agent:1.0.0
          ports:
            - containerPort: 9100
              hostPort: 9100
`;
}
