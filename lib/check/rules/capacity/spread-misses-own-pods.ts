import { podTemplate, type PodTemplate } from '../../../model/pod-template';
import { formatSelector } from '../../../model/selector/format-selector';
import { labelRequirements } from '../../../model/selector/label-requirements';
import { readLabelSelector } from '../../../model/selector/read-label-selector';
import { type Requirement, type Selector } from '../../../model/selector/selector';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { type OtherPlace } from '../../finding';
import { selectsAll, unmetRequirements } from '../../nodes/spread/counted-pods';
import { type SpreadConstraint, spreadConstraints } from '../../nodes/spread/spread-constraints';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { nodeExample } from './nodes/node-examples';
import { spreadExample } from './nodes/spread-examples';
import { deploymentExample } from './rollout/rollout-examples';

const NODES = `${nodeExample('node-1')}${nodeExample('node-2')}`;
/** Draws all pods to one Node, unless something spreads them. */
const DRAWN = `      affinity:
        nodeAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              preference:
                matchExpressions:
                  - key: kubernetes.io/hostname
                    operator: In
                    values: [node-1]
`;
const spread = (app: string): string =>
  deploymentExample('  replicas: 2\n', `${DRAWN}${spreadExample({ key: 'kubernetes.io/hostname', app })}`);

export default defineRule({
  code: 'K473',
  name: 'spread-misses-own-pods',
  group: 'capacity',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  reads: [],
  summary: 'A topology spread constraint that does not count the pods that it is to spread',
  explanation: `The scheduler counts, in each domain of the \`topologyKey\`, the pods that \`labelSelector\` selects. Where it does not select the
pod's own labels, the pods that are placed are never counted, and the next may go to the same place: all of them on one Node, and
nothing tells of it. A selector that is missing selects no pod, and an empty one (\`{}\`) counts none either.

\`matchLabelKeys\` narrows the selector by the pod's own values, and by itself selects nothing.`,
  bad: { title: 'another name', manifests: `${NODES}${spread('wbe')}` },
  good: `${NODES}${spread('web')}`,
  check(entry, context) {
    const template = podTemplate(entry.object);
    if (template?.spec === undefined) return;
    for (const constraint of spreadConstraints(template)) {
      const fault = faultOf(constraint, template);
      if (fault === undefined) continue;
      const own = ownSelector(template);
      context.report({
        object: entry,
        path: `${constraint.pointer}${constraint.selector === 'nothing' ? '' : '/labelSelector'}`,
        title: `topologySpreadConstraints[${constraint.index}] of ${objectTitle(entry)} does not count its own pods, and so spreads nothing`,
        label: fault.label,
        others: selected(constraint, entry, fault.unmet, context),
        notes: [
          ...fault.notes,
          `pods that are not counted may all go into one domain of \`${constraint.topologyKey}\`; nothing tells of it`,
        ],
        help: own === undefined ? [] : [`change the labelSelector to \`${own}\``],
      });
    }
  },
});

interface Fault {
  readonly label: string;
  readonly notes: readonly string[];
  readonly unmet: readonly Requirement[];
}

function faultOf(constraint: SpreadConstraint, { labels }: PodTemplate): Fault | undefined {
  const { selector } = constraint;
  if (selector === 'nothing') return { label: 'no labelSelector: it selects no pod', notes: [], unmet: [] };
  if (selectsAll(constraint, labels)) {
    return {
      label: 'labelSelector is empty',
      notes: ['of a selector that selects everything the scheduler counts no pod at all'],
      unmet: [],
    };
  }
  const unmet = unmetRequirements(constraint, labels);
  if (unmet.length === 0) return undefined;
  const own = unmet.map(({ key }) =>
    Object.hasOwn(labels, key) ? `\`${key}=${labels[key] ?? ''}\`` : `no label \`${key}\``,
  );
  return {
    label: `labelSelector is \`${formatSelector(selector)}\`\nthe pods have ${[...new Set(own)].join(', ')}`,
    notes: [],
    unmet,
  };
}

/** The pods that it counts in their place. */
function selected(
  { selector }: SpreadConstraint,
  entry: ObjectEntry,
  unmet: readonly Requirement[],
  { set }: CheckContext,
): readonly OtherPlace[] {
  if (selector === 'nothing' || unmet.length === 0) return [];
  const { first } = set.podSelection(entry.namespace, labelRequirements(selector));
  if (first === undefined) return [];
  return [
    {
      entry: first.entry,
      path: `${first.template.pointer}/metadata/labels`,
      label: 'these pods are counted',
    },
  ];
}

/** What the workload selects its pods by; of what has no selector, the labels. */
function ownSelector({ selector, labels }: PodTemplate): string | undefined {
  const own: Selector | undefined =
    selector === undefined ? readLabelSelector({ matchLabels: labels }) : readLabelSelector(selector);
  if (own === undefined || own === 'nothing' || own.requirements.length === 0) return undefined;
  return formatSelector(own);
}
