import { type PodSource } from '../../../model/object-set';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { webWorkload } from './example/web-workload';
import { SELECTING_KINDS, selectingWorkloads } from './overlap/controllers';
import { Overlap } from './overlap/overlap';
import { isSelected, podsOfSelector } from './selection/pods-of-selector';
import { showSelector } from './selection/show-selector';
import { showLabels } from './selection/show-labels';

export default defineRule({
  code: 'K375',
  name: 'selectors-overlap',
  group: 'references',
  severity: 'warning',
  kinds: SELECTING_KINDS,
  reads: SELECTING_KINDS,
  summary: 'A workload whose selector selects the pods of another',
  explanation: `Each controller writes itself down as the owner of the pods that it makes, and leaves pods alone that another owns. Two whose selectors
overlap do not steal from each other while all is well. But a pod, or the ReplicaSet of a Deployment, that loses its owner goes to whichever
comes first (so \`kubectl delete --cascade=orphan\` and a restore from a backup hand pods to the wrong one), and all that goes by the
selector alone takes the pods of both: the average of a HorizontalPodAutoscaler, \`kubectl logs deployment/web\`, \`kubectl rollout\` of a
StatefulSet, listings.

Give each workload a label that only its pods have, in its template and in its selector. A selector cannot be changed later: the
workload has to be deleted and made again. A Service may well select the pods of both, for which it names the label that they share.

Only pods of the set count: selectors that could overlap, but select no pods of each other, are not reported.`,
  bad: [
    {
      title: 'the same selector',
      manifests:
        webWorkload({ name: 'blue', selector: 'app: web', labels: 'app: web, version: v1' }) +
        webWorkload({ name: 'green', selector: 'app: web', labels: 'app: web, version: v2' }),
    },
    {
      title: 'a wider one',
      manifests: webWorkload() + webWorkload({ name: 'canary', labels: 'app: web, track: canary' }),
    },
  ],
  good:
    webWorkload({ name: 'blue', labels: 'app: web, version: v1' }) +
    webWorkload({ name: 'green', labels: 'app: web, version: v2' }),
  checkSet(context) {
    for (const workload of context.once(selectingWorkloads)) {
      const { entry, template } = workload;
      const selected = podsOfSelector(context, entry.namespace, template.selector);
      if (selected.size < 2) continue;
      const overlap = new Overlap(selected);
      const more = overlap.countBeside(workload) - 1;
      if (more < 0) continue;
      const selector = showSelector(template.selector);
      // Where each selects the other, the later one is told of.
      const other = overlap.firstToTell(
        workload,
        (each) =>
          showSelector(each.template.selector) === selector || isSelected(workload, each.template.selector),
      );
      if (other !== undefined) report(workload, other, more, context);
    }
  },
});

function report(
  { entry, template }: PodSource,
  other: PodSource,
  more: number,
  { report: tell }: RuleContext,
): void {
  const isMutual = showSelector(template.selector) === showSelector(other.template.selector);
  const [own] = Object.entries(template.labels).filter(
    ([key, value]) => other.template.labels[key] !== value,
  );
  tell({
    object: entry,
    path: '/spec/selector',
    title: isMutual
      ? `${objectTitle(entry)} and ${objectTitle(other.entry)} have the same selector`
      : `${objectTitle(entry)} selects the pods of ${objectTitle(other.entry)} too`,
    label: `selector is \`${showSelector(template.selector)}\``,
    others: [
      isMutual
        ? { entry: other.entry, path: '/spec/selector', label: 'the same selector' }
        : {
            entry: other.entry,
            path: `${other.template.pointer}/metadata/labels`,
            label: `labels of its pods: \`${showLabels(other.template.labels)}\``,
          },
    ],
    notes: [
      CONSEQUENCES[entry.kind] ?? CONSEQUENCES.ReplicaSet ?? '',
      'what goes by the selector counts the pods of both: the average of an autoscaler, listings, logs',
      ...(more > 0 ? [`it selects those of ${more} more workload${more === 1 ? '' : 's'}`] : []),
    ],
    help: [
      own === undefined
        ? `add a label of its own to template and selector: \`app.kubernetes.io/instance: ${entry.name}\``
        : `add \`${own[0]}: ${own[1]}\`, which its pods have, to the selector`,
    ],
    caveats: ['the selector of a workload that is there already cannot be changed: delete it first'],
  });
}

/**
 * Upstream: `PodControllerRefManager.ClaimPods` and `ReplicaSetControllerRefManager.ClaimReplicaSets`,
 * pkg/controller/controller_ref_manager.go; `getPodReplicaSets`, pkg/controller/replicaset/replica_set.go.
 */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  DaemonSet:
    'each keeps to the pods that it owns; one that loses its owner goes to whichever DaemonSet comes first',
  Deployment:
    'each Deployment keeps to the ReplicaSets that it owns; one that loses its owner goes to whichever comes first, and is scaled down as an old one',
  ReplicaSet:
    'each keeps to the pods that it owns; one that loses its owner goes to whichever comes first. The controller manager logs: user error! more than one ReplicaSet is selecting pods',
  ReplicationController:
    'each keeps to the pods that it owns; one that loses its owner goes to whichever comes first. The controller manager logs: user error! more than one ReplicationController is selecting pods',
  StatefulSet: 'each keeps to the pods that it owns, and takes others by their names alone',
};
