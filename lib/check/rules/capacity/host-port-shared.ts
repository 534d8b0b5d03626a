import { defineRule } from '../../define-rule';
import { type OtherPlace } from '../../finding';
import { EVERY_ADDRESS, type HostPort } from '../../nodes/host-ports';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { type PortConflict } from '../../nodes/ports/port-conflict';
import { portConflicts } from '../../nodes/ports/port-conflicts';
import { type PortUse, portUses } from '../../nodes/ports/port-users';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { nodeExample } from './nodes/node-examples';

const NODES = `${nodeExample('node-1', { zone: 'a' })}${nodeExample('node-2', { zone: 'b' })}`;
const ZONE_A = '      nodeSelector:\n        topology.kubernetes.io/zone: a\n';
const ZONE_B = '      nodeSelector:\n        topology.kubernetes.io/zone: b\n';
const HOST = '      hostNetwork: true\n';

export default defineRule({
  code: 'K456',
  name: 'host-port-shared',
  group: 'capacity',
  severity: 'error',
  kinds: [
    'Pod',
    'ReplicationController',
    'apps/DaemonSet',
    'apps/Deployment',
    'apps/ReplicaSet',
    'apps/StatefulSet',
  ],
  reads: ['LimitRange', 'Node', 'autoscaling/HorizontalPodAutoscaler', 'node.k8s.io/RuntimeClass'],
  summary: 'Two workloads that need the same port of the same Nodes',
  explanation: `A \`hostPort\`, and every port of a pod with \`hostNetwork\`, is one pod's on each Node: of one protocol and number, and of one \`hostIP\`, where
none, or \`0.0.0.0\`, stands for every address. The API server takes both workloads; the scheduler places the pod that comes first, or that has the higher
priority, and the other one stays Pending.

Without the Nodes it is told of workloads that surely meet: of two DaemonSets where each Node of the one is a Node of the other by
\`nodeSelector\`, required node affinity and tolerations; of other pods where each Node that they may run on has the DaemonSet; and of pods that
all go to one and the same Node. Where the Nodes may be different ones, as with \`pool: a\` and \`pool: b\`, nothing is said, nor of pods that
end, such as those of Jobs.

With the Nodes it is counted. ${NODES_ASKED}`,
  bad: [
    { title: 'two DaemonSets', manifests: daemonSet('metrics', 9200) + daemonSet('node-exporter', 9200) },
    {
      title: 'on the network of the host',
      manifests: daemonSet('proxy', 8443) + deployment('gateway', HOST, 'containerPort: 8443'),
    },
    {
      title: 'more pods than Nodes',
      manifests: `${NODES}${deployment('blue')}${deployment('green')}${deployment('red')}`,
    },
  ],
  good: [
    { title: 'another port', manifests: daemonSet('metrics', 9300) + daemonSet('node-exporter', 9301) },
    {
      title: 'other Nodes',
      manifests: NODES + daemonSet('metrics', 9200, ZONE_A) + daemonSet('node-exporter', 9200, ZONE_B),
    },
    { title: 'as many pods as Nodes', manifests: `${NODES}${deployment('blue')}${deployment('green')}` },
  ],
  check(entry, context) {
    const conflicts = context.once(portConflicts).get(entry) ?? [];
    const [first] = conflicts;
    if (first === undefined) return;
    const { use, other } = first;
    context.report({
      object: entry,
      path: use.port.pointer,
      part: 'value',
      title: titleOf(first),
      label: needs(use),
      others: [placeOf(other)],
      notes: notesOf(first, conflicts),
      help: helpOf(first, context),
    });
  },
});

function titleOf({ use, other, where }: PortConflict): string {
  const one = objectTitle(use.user.entry);
  const another = objectTitle(other.user.entry);
  const port = portInWords(use.port);
  switch (where.is) {
    case 'node':
      return `${one} and ${another} both need ${port} of the Node \`${where.name}\``;
    case 'everywhere':
      return use.user.isDaemon
        ? `${one} and ${another} both need ${port} of the same Nodes`
        : `${one} needs ${port} of a Node, and ${another} has it on every Node for its pods`;
    case 'nodes': {
      const nodes = where.count === where.of ? allNodes(where.of) : `${where.count} of the ${where.of} Nodes`;
      return use.user.isDaemon
        ? `${one} needs ${port} of each Node, and ${another} has it on ${nodes}`
        : `${one} needs ${port} of a Node, and ${another} has it on ${nodes} for its pods`;
    }
    case 'crowd': {
      const more = where.workloads - 2;
      const all = more === 0 ? `${one} and ${another}` : `${one}, ${another} and ${more} more`;
      return `${all} have ${where.pods} pods that each need ${port} of a Node, and ${where.nodes === 1 ? '1 Node' : `${where.nodes} Nodes`} for them`;
    }
  }
}

function allNodes(count: number): string {
  return count === 1 ? 'the one Node' : `all ${count} Nodes`;
}

function portInWords({ port, protocol }: HostPort): string {
  return protocol === 'TCP' ? `port ${port}` : `port ${port} (${protocol})`;
}

function needs({ user, port }: PortUse): string {
  const where = user.isDaemon ? 'each Node that it runs on' : 'its Node';
  const address = port.ip === EVERY_ADDRESS ? '' : `, at \`${port.ip}\``;
  return `each pod needs ${portInWords(port)} of ${where}${address}`;
}

function placeOf(use: PortUse): OtherPlace {
  return { entry: use.user.entry, path: use.port.pointer, label: needs(use) };
}

/**
 * Upstream: `ErrReason`, k8s.io/kubernetes/pkg/scheduler/framework/plugins/nodeports/node_ports.go; `generalFilter`,
 * pkg/kubelet/lifecycle/predicate.go.
 */
const TAKEN = "node(s) didn't have free ports for the requested pod ports";

function notesOf({ use, other, where }: PortConflict, conflicts: readonly PortConflict[]): readonly string[] {
  const isNamed = use.user.placement.nodeName !== undefined || other.user.placement.nodeName !== undefined;
  const isCrowd = where.is === 'crowd';
  const more = conflicts.slice(1).map(({ use: { port } }) => portInWords(port).replace('port ', ''));
  return [
    isNamed
      ? `a pod that names its Node is refused there (NodePorts): "Predicate NodePorts failed: ${TAKEN}"; one that does not stays Pending`
      : `${isCrowd ? 'where it is taken, further pods stay' : 'of two pods on one Node the one that comes second stays'} Pending (FailedScheduling): "${TAKEN}"`,
    ...(use.port.ip === other.port.ip
      ? []
      : ['0.0.0.0, which stands where there is no hostIP, is every address of a Node']),
    ...(more.length === 0
      ? []
      : [`so it is with the ${more.length === 1 ? 'port' : 'ports'} ${fewOf(more)}`]),
  ];
}

/** More are no help to whoever gives one of them other ports. */
const MOST = 4;

function fewOf(ports: readonly string[]): string {
  const some = ports.slice(0, MOST).join(', ');
  return ports.length > MOST ? `${some} and ${ports.length - MOST} more` : some;
}

function helpOf({ use, where }: PortConflict, context: CheckContext): readonly string[] {
  const { pointer } = use.port;
  const isOfHost = pointer.endsWith('/containerPort');
  const free = freePort(use.port, context);
  const field = isOfHost ? 'containerPort' : 'hostPort';
  return [
    ...(free === undefined
      ? []
      : [
          `${isOfHost ? 'let one of them listen on another port' : 'give one of them another port'}: ${field}: ${free}`,
        ]),
    isOfHost
      ? 'or leave out hostNetwork where the pods do not need it'
      : 'or leave out hostPort, and send to the pods by a Service',
    where.is === 'nodes' || where.is === 'crowd'
      ? NODES_HELP
      : 'or keep them to different Nodes by nodeSelector or affinity; if they are alternatives: check each for itself',
  ];
}

/** The next port that nobody needs of a Node. */
function freePort({ port, protocol }: HostPort, { once }: CheckContext): number | undefined {
  const uses = once(portUses);
  for (let next = port + 1; next <= Math.min(port + 100, 65_535); next += 1) {
    if (!uses.has(`${protocol}/${next}`)) return next;
  }
  return undefined;
}

function daemonSet(name: string, port: number, pod = ''): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${name}
  namespace: shop
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
${pod}      containers:
        - name: ${name}
          image: example.com/${name}:1.0.0
          ports:
            - containerPort: ${port}
              hostPort: ${port}
---
`;
}

function deployment(
  name: string,
  pod = '',
  port = 'containerPort: 8080\n              hostPort: 80',
): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
${pod}      containers:
        - name: ${name}
          image: example.com/${name}:1.0.0
          ports:
            - ${port}
---
`;
}
