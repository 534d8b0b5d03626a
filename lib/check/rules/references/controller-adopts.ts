import { groupBy } from '../../../model/group-by';
import { listField, objectField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodSource } from '../../../model/object-set';
import { oncePer } from '../../../model/once-per';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext, type RuleContext } from '../../rule-context';
import { webWorkload } from './example/web-workload';
import { SELECTING_KINDS, selectingWorkloads } from './overlap/controllers';
import { podsOfSelector } from './selection/pods-of-selector';
import { selectorRequirements } from './selection/selector-requirements';
import { showLabels } from './selection/show-labels';
import { showSelector } from './selection/show-selector';

const MOST = 4;

export default defineRule({
  code: 'K376',
  name: 'controller-adopts',
  group: 'references',
  severity: 'warning',
  kinds: SELECTING_KINDS,
  reads: ['Pod', 'apps/ReplicaSet'],
  summary: 'A controller that takes over a Pod or ReplicaSet which was made by hand',
  explanation: `A Pod without an owner that the selector of a ReplicaSet, ReplicationController or DaemonSet selects becomes one of its own. It counts for
\`replicas\`, so that fewer pods are made from the template, and it is deleted when there are too many. A Deployment does the same with
ReplicaSets by the labels of their metadata: it takes them for older revisions, and scales them to zero.

A Deployment's own ReplicaSets have a label more in their selectors (\`pod-template-hash\`), so that it takes over no Pods; a StatefulSet
takes those alone that are called as its own would be.

Give the Pod other labels, or leave it out.`,
  bad: [
    {
      title: 'a Pod',
      manifests:
        webWorkload({ kind: 'ReplicaSet', replicas: 2 }) + webWorkload({ kind: 'Pod', name: 'by-hand' }),
    },
    {
      title: 'a ReplicaSet',
      manifests:
        webWorkload({ labels: 'app: web, tier: front', selector: 'tier: front' }) +
        webWorkload({ kind: 'ReplicaSet', name: 'old', labels: 'app: old' }).replace(
          'namespace: shop\n',
          'namespace: shop\n  labels: { tier: front }\n',
        ),
    },
  ],
  good:
    webWorkload({ kind: 'ReplicaSet', replicas: 2 }) +
    webWorkload({ kind: 'Pod', name: 'by-hand', labels: 'app: by-hand' }),
  checkSet(context) {
    for (const workload of context.once(selectingWorkloads)) {
      if (workload.entry.kind === 'Deployment') checkReplicaSets(workload, context);
      else checkPods(workload, context);
    }
  },
});

function checkPods(workload: PodSource, context: RuleContext): void {
  const { entry, template } = workload;
  const pods = podsOfSelector(context, entry.namespace, template.selector)
    .where(ownerless)
    // StatefulSet: isMemberOf, pkg/controller/statefulset/stateful_set_utils.go
    .where((free) => (entry.kind === 'StatefulSet' ? (byParent(free).get(entry.name) ?? []) : free));
  const shown = pods.take(MOST);
  const [first] = shown;
  if (first === undefined) return;
  const { replicas } = template;
  const surplus = replicas === undefined ? 0 : pods.size - replicas;
  const count = pods.size === 1 ? 'it' : `${pods.size} such pods`;
  context.report({
    object: entry,
    path: '/spec/selector',
    ...(surplus > 0 && { severity: 'error' }),
    title: `${objectTitle(entry)} takes over ${objectTitle(first.entry)}${pods.size > 1 ? ` and ${pods.size - 1} more` : ''}, made by hand`,
    label: `selector is \`${showSelector(template.selector)}\``,
    others: shown.map((pod) => ({
      entry: pod.entry,
      path: '/metadata/labels',
      label: `labels: \`${showLabels(pod.template.labels)}\`, and no owner`,
    })),
    notes: [
      // ClaimPods, pkg/controller/controller_ref_manager.go
      replicas === undefined
        ? `its controller counts ${count} as one of its own, and deletes what is more than one on a node`
        : `its controller counts ${count} for its ${replicas} replica${replicas === 1 ? '' : 's'}, whatever they run, and ${
            surplus > 0
              ? `deletes ${surplus} of them`
              : `makes ${surplus === 0 ? 'none' : -surplus} from the template`
          }`,
    ],
    help: ['give the Pod a label that the selector does not select, or leave it out'],
  });
}

function checkReplicaSets({ entry, template }: PodSource, context: RuleContext): void {
  const first = adoptedBy(entry, template.selector, context);
  if (first === undefined) return;
  context.report({
    object: entry,
    path: '/spec/selector',
    title: `${objectTitle(entry)} takes over ${objectTitle(first)}, made by hand`,
    label: `selector is \`${showSelector(template.selector)}\``,
    others: [
      {
        entry: first,
        path: '/metadata/labels',
        label: `labels: \`${showLabels(first.labels)}\`, and no owner`,
      },
    ],
    // ClaimReplicaSets, pkg/controller/controller_ref_manager.go; cleanup in pkg/controller/deployment/rolling.go
    notes: ['the Deployment takes it for an older revision of its own, and scales it to 0'],
    help: ['give the ReplicaSet a label that the selector does not select, or leave it out'],
  });
}

function adoptedBy(
  entry: ObjectEntry,
  selector: PodSource['template']['selector'],
  { set }: CheckContext,
): ObjectEntry | undefined {
  const requirements = selectorRequirements(selector);
  if (requirements === undefined || set.ofKind('apps', 'ReplicaSet').length === 0) return undefined;
  return set.selection('apps', 'ReplicaSet', entry.namespace, requirements).where(ownerlessObjects).first;
}

/** Pods made by hand. */
const ownerless = oncePer((selected: readonly PodSource[]): readonly PodSource[] =>
  selected.filter(({ entry }) => entry.kind === 'Pod' && !hasOwner(entry)),
);

/** By the StatefulSet that their names would be of: `web-0` by `web`. */
const byParent = oncePer((pods: readonly PodSource[]) =>
  groupBy(pods, ({ entry }) => /^(.*)-[0-9]+$/s.exec(entry.name)?.[1]),
);

const ownerlessObjects = oncePer((objects: readonly ObjectEntry[]) =>
  objects.filter((each) => !hasOwner(each)),
);

function hasOwner({ object }: ObjectEntry): boolean {
  return listField(objectField(object, 'metadata'), 'ownerReferences').length > 0;
}
