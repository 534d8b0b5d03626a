import { defineRule } from '../../define-rule';
import { affinityFilter, taintFilter } from '../../nodes/node-filters';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { SPREAD_KINDS, type SpreadShortage, spreadShortage } from '../../nodes/spread/spread-shortage';
import { objectTitle } from '../../object-names';
import { nodeExample } from './nodes/node-examples';
import { spreadExample } from './nodes/spread-examples';
import { fewerPods, severityOf, spreadNote, spreadTitle } from './nodes/spread-words';
import { deploymentExample } from './rollout/rollout-examples';

const TAINT =
  'spec:\n  taints:\n    - key: node-role.kubernetes.io/control-plane\n      effect: NoSchedule\n';
const NODES = `${nodeExample('control', { spec: TAINT })}${nodeExample('node-1')}${nodeExample('node-2')}`;
const HOSTS = 'kubernetes.io/hostname';
const spread = (replicas: number, more = ''): string =>
  deploymentExample(`  replicas: ${replicas}\n`, spreadExample({ key: HOSTS, more }));
const HONOR = '          nodeTaintsPolicy: Honor\n';

export default defineRule({
  code: 'K476',
  name: 'spread-too-even',
  group: 'capacity',
  severity: 'error',
  kinds: SPREAD_KINDS,
  reads: ['LimitRange', 'Node', 'autoscaling/HorizontalPodAutoscaler', 'node.k8s.io/RuntimeClass'],
  summary:
    'A spread constraint whose maxSkew leaves too few places, since a domain takes too few of the pods',
  explanation: `With \`whenUnsatisfiable: DoNotSchedule\` no domain of the \`topologyKey\` gets more than \`maxSkew\` pods above the one that has the fewest.
A domain that counts and takes none of the pods, or few, holds down all others; pods beyond that stay Pending, and so does the surge of a rollout.

Which domains count is said by two policies. \`nodeAffinityPolicy\` is \`Honor\` by default: Nodes that \`nodeSelector\` and required node affinity leave out
do not count. \`nodeTaintsPolicy\` is \`Ignore\` by default: **Nodes whose taints the pods do not tolerate do count**, with no pod on them, such as those of
a control plane, and those that are cordoned. Nodes that are too small count in any case.

Of a Job the further pods wait until others have ended. It runs on fewer at once than its \`parallelism\` says, and never ends where its pods wait for
one another, so that is a warning.

${NODES_ASKED} What runs on the Nodes already is not looked at, and constraints that count
the pods of several workloads are passed over.`,
  bad: [
    { title: 'replicas', manifests: `${NODES}${spread(3)}` },
    { title: 'a surge', manifests: `${NODES}${spread(2)}` },
    { title: 'a Job', manifests: `${NODES}${job(3)}` },
  ],
  good: [
    { title: 'only Nodes that are tolerated', manifests: `${NODES}${spread(3, HONOR)}` },
    {
      title: 'an old pod goes first',
      manifests: `${NODES}${deploymentExample('  replicas: 2\n  strategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 1\n', spreadExample({ key: HOSTS }))}`,
    },
    { title: 'a Job', manifests: `${NODES}${job(2)}` },
  ],
  check(entry, context) {
    const shortage = spreadShortage(entry, context);
    if (shortage?.room.lacksDomains !== false) return;
    const { constraint, tightest } = shortage.room;
    const { topologyKey, pointer, maxSkew } = constraint;
    context.report({
      object: entry,
      severity: severityOf(shortage),
      path: `${pointer}/maxSkew`,
      title: spreadTitle(objectTitle(entry), shortage),
      label: `maxSkew is ${maxSkew}: no more than ${maxSkew + tightest.room} in a domain of \`${topologyKey}\``,
      notes: [tightestInWords(shortage), spreadNote(shortage)],
      help: [
        ...policyHelp(shortage),
        `${fewerPods(shortage)}${shortage.of === 'rollout' ? '' : ', or add Nodes'}`,
        'or write whenUnsatisfiable: ScheduleAnyway, which spreads as far as it can be done',
        NODES_HELP,
      ],
    });
  },
});

function tightestInWords({ room: { tightest }, nodes }: SpreadShortage): string {
  if (tightest.room > 0)
    return `\`${tightest.value}\` has room for ${tightest.room} of these pods, were nothing else there`;
  const reasons = new Set(tightest.nodes.flatMap((at) => nodes.reasonsOf(at)));
  const why = reasons.size === 0 ? '' : `: ${[...reasons].sort().join(', ')}`;
  return `\`${tightest.value}\` counts, with no pod, and takes none${why}`;
}

/** What leaves the tightest domain out of the count, where its Nodes are not meant for these pods. */
function policyHelp({ room: { constraint, tightest }, nodes, template }: SpreadShortage): readonly string[] {
  if (tightest.room > 0) return ['raise maxSkew'];
  const untolerated = taintFilter(template.spec);
  const members = tightest.nodes.flatMap((at) => nodes.open.cluster.nodes[at] ?? []);
  if (members.every((node) => untolerated(node) !== undefined))
    return ['write nodeTaintsPolicy: Honor: Nodes that these pods do not tolerate do not count then'];
  if (!constraint.honorsAffinity && !members.some(affinityFilter(template.spec)))
    return ['leave out nodeAffinityPolicy: Nodes that nodeSelector and affinity leave out do not count then'];
  return ['raise maxSkew, or let the Nodes of this domain take these pods'];
}

function job(parallelism: number): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: web
  namespace: shop
spec:
  parallelism: ${parallelism}
  completions: 4
  template:
    metadata:
      labels:
        app: web
    spec:
      restartPolicy: Never
${spreadExample({ key: HOSTS })}      containers:
        - name: web
          image: example.com/web:1.0.0
`;
}
