import { suggest } from '../../../diagnostics/suggest';
import { defineRule } from '../../define-rule';
import { type CheckContext } from '../../rule-context';
import { clusterNodes } from '../../external/cluster-nodes';
import { nodesFor } from '../../nodes/known-nodes';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { scheduledPods } from '../../nodes/scheduled-pods';
import { spreadConstraints } from '../../nodes/spread/spread-constraints';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { nodeExample } from './nodes/node-examples';
import { spreadExample } from './nodes/spread-examples';
import { deploymentExample } from './rollout/rollout-examples';

const NODES = `${nodeExample('node-1', { zone: 'a' })}${nodeExample('node-2', { zone: 'b' })}`;

export default defineRule({
  code: 'K474',
  name: 'spread-key-on-no-node',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS.filter((kind) => kind !== 'apps/DaemonSet'),
  reads: ['LimitRange', 'Node', 'node.k8s.io/RuntimeClass'],
  summary: 'Pods spread by a label that none of their Nodes has',
  explanation: `A pod with required topology spread constraints (\`whenUnsatisfiable: DoNotSchedule\`) goes only where the Node has the labels of all
their keys. Where no Node that takes the pod has them, it stays Pending. With \`ScheduleAnyway\` such a constraint does nothing.

${NODES_ASKED}`,
  bad: `${NODES}${deploymentExample('', spreadExample({ key: 'failure-domain.beta.kubernetes.io/zone' }))}`,
  good: `${NODES}${deploymentExample('', spreadExample())}`,
  check(entry, context) {
    const template = scheduledPods(entry);
    if (template === undefined) return;
    const required = spreadConstraints(template).filter(({ isRequired }) => isRequired);
    if (required.length === 0) return;
    const nodes = nodesFor(entry, template, context);
    if (!nodes?.isTaken()) return;
    const has = (labels: Readonly<Record<string, string>>): boolean =>
      required.every(({ topologyKey }) => Object.hasOwn(labels, topologyKey));
    if (nodes.fit().some(({ labels }) => has(labels))) return;
    const absent = required.find(({ topologyKey }) =>
      nodes.fit().every(({ labels }) => !Object.hasOwn(labels, topologyKey)),
    );
    const [first] = required;
    const { pointer, topologyKey } = absent ?? first ?? { pointer: template.specPointer, topologyKey: '' };
    const keys = required.map((each) => `\`${each.topologyKey}\``).join(' and ');
    const near = absent === undefined ? [] : nearest(topologyKey, context.once(labelKeys));
    context.report({
      object: entry,
      path: `${pointer}/topologyKey`,
      title:
        absent === undefined
          ? `no Node that takes the pods of ${objectTitle(entry)} has all the labels that they spread by: ${keys}`
          : `no Node that takes the pods of ${objectTitle(entry)} has the label \`${topologyKey}\` that they spread by`,
      label: `topologyKey is \`${topologyKey}\``,
      notes: [`they stay Pending (FailedScheduling): "${nodes.message(context.target, MISSING)}"`],
      help: [
        ...near.map((each) => `did you mean \`${each}\`?`),
        'spread by a label that these Nodes have, or label them',
        'or write whenUnsatisfiable: ScheduleAnyway',
        NODES_HELP,
      ],
    });
  },
});

/** Upstream: `ErrReasonNodeLabelNotMatch`, plugins/podtopologyspread/plugin.go. */
const MISSING = "node(s) didn't match pod topology spread constraints (missing required label)";

/** Keys that may be meant: of the same name, as `failure-domain.beta.kubernetes.io/zone` was of the zone, or spelt alike. */
function nearest(key: string, known: ReadonlySet<string>): readonly string[] {
  const name = (of: string): string => of.slice(of.lastIndexOf('/') + 1);
  const same = [...known].filter((each) => name(each) === name(key));
  return same.length > 0 ? same.slice(0, 2) : suggest(key, known);
}

/** The keys of all labels that Nodes have. */
function labelKeys({ once }: CheckContext): ReadonlySet<string> {
  return new Set(once(clusterNodes).flatMap(({ labels }) => Object.keys(labels)));
}
