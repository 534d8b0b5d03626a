import { groupBy } from '../../../model/group-by';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { type Finding } from '../../finding';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { type Mounter, mountedClaims } from '../../storage/mounted-claims';
import { type Mount, mostPods, mountsOf } from '../../storage/mounts';
import { claimKey } from '../../storage/volume-index';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { claimExample, mountingExample } from './storage/claim-examples';

const STANDARD = '  storageClassName: standard\n';
const CLAIM = claimExample({ spec: STANDARD, modes: 'ReadWriteOncePod' });
const RECREATE = '  strategy:\n    type: Recreate\n';

export default defineRule({
  code: 'K440',
  name: 'storage-of-one-pod',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['PersistentVolumeClaim', 'autoscaling/HorizontalPodAutoscaler'],
  summary: 'More than one pod that mounts a ReadWriteOncePod claim, if only during a rollout',
  explanation: `One pod at a time may use a claim that is ReadWriteOncePod, in the whole cluster; the scheduler holds back every other. Of several
replicas one runs, and a second workload waits until the first has ended. A rolling update that starts the new pod before it ends the old
one stands still: write \`strategy: { type: Recreate }\`. Jobs and CronJobs that mount it beside others are a warning: they wait their turn.`,
  bad: [
    { title: 'replicas', manifests: `${CLAIM}${mountingExample(`  replicas: 2\n${RECREATE}`)}` },
    { title: 'a surge', manifests: `${CLAIM}${mountingExample('  replicas: 1\n')}` },
  ],
  good: `${CLAIM}${mountingExample(RECREATE)}`,
  check(entry, context) {
    for (const mount of mountsOf(entry, context)) {
      const { accessModes } = mount.binding.claim;
      if (accessModes.length === 1 && accessModes[0] === 'ReadWriteOncePod') {
        const finding =
          ofReplicas(entry, mount) ?? ofRollout(entry, mount) ?? ofOthers(entry, mount, context);
        if (finding !== undefined) context.report(finding);
      }
    }
  },
});

const PENDING =
  'every pod but one stays Pending (FailedScheduling): the scheduler finds the claim in use by another pod';

function ofReplicas(entry: ObjectEntry, { mounted, binding, numbers }: Mount): Finding | undefined {
  const pods = mostPods(numbers);
  if (pods < 2) return undefined;
  const many = pods === Infinity ? 'a pod on each node' : `${pods} pods`;
  return {
    object: entry,
    path: mounted.path,
    title: `${objectTitle(entry)} has ${many} for the ReadWriteOncePod claim \`${mounted.name}\`, which is one pod's`,
    label: `${many} mount \`${mounted.name}\``,
    others: [claimPlace(binding)],
    notes: [PENDING],
    help: [
      'keep one replica, or let a StatefulSet with volumeClaimTemplates give each pod a claim of its own',
      'or write accessModes: [ReadWriteMany] if the storage can do that',
    ],
  };
}

function ofRollout(entry: ObjectEntry, { mounted, binding, numbers }: Mount): Finding | undefined {
  if (numbers.surge === 0 || numbers.maxUnavailable > 0) return undefined;
  return {
    object: entry,
    path: '/spec/strategy',
    title: `a rollout of ${objectTitle(entry)} stands still: the old pod has the ReadWriteOncePod claim \`${mounted.name}\``,
    label: 'the new pod starts before the old one ends: maxSurge is 1, maxUnavailable 0',
    others: [claimPlace(binding)],
    notes: [
      'the new pod stays Pending (FailedScheduling): the scheduler finds the claim in use by another pod; the old one goes only when the new one is available',
    ],
    help: ['write strategy: { type: Recreate }', 'or maxSurge: 0 with maxUnavailable: 1'],
  };
}

/** The first that mounts it has it; each of the others is told of. */
function ofOthers(
  entry: ObjectEntry,
  { mounted, binding }: Mount,
  { once }: CheckContext,
): Finding | undefined {
  const at = claimKey({ namespace: entry.namespace, name: mounted.name });
  const [first] = once(mounters).get(at) ?? [];
  if (first === undefined || first.entry === entry) return undefined;
  const isRun = [first.entry, entry].some(({ kind }) => kind === 'Job' || kind === 'CronJob');
  return {
    object: entry,
    severity: isRun ? 'warning' : 'error',
    path: mounted.path,
    title: `${objectTitle(entry)} mounts the ReadWriteOncePod claim \`${mounted.name}\` that ${objectTitle(first.entry)} mounts too`,
    label: `mounts \`${mounted.name}\``,
    others: [{ entry: first.entry, path: first.mounted.path, label: 'mounts it too' }, claimPlace(binding)],
    notes: [PENDING],
    help: [
      'give each a claim of its own, or write accessModes: [ReadWriteOnce], which lets pods of one node share it',
    ],
  };
}

function claimPlace({ claim }: Mount['binding']): NonNullable<Finding['others']>[number] {
  return {
    entry: claim.entry,
    path: `${claim.pointer}/spec/accessModes`,
    label: `accessModes are [${claim.accessModes.join(', ')}]`,
  };
}

function mounters({ set }: CheckContext): ReadonlyMap<string, readonly Mounter[]> {
  const all = set
    .pods()
    .filter(({ entry }) => entry.kind !== 'PodTemplate')
    .flatMap(({ entry, template }) => mountedClaims(template).map((mounted) => ({ entry, mounted })));
  return groupBy(all, ({ entry, mounted }) => claimKey({ namespace: entry.namespace, name: mounted.name }));
}
