import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { mostPods, mountsOf } from '../../storage/mounts';
import { areOnOneNode, isOfOneNode } from '../../storage/one-node';
import { mayBeAttached } from '../../storage/volume-source';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { claimExample, mountingExample } from './storage/claim-examples';

const STANDARD = '  storageClassName: standard\n';

export default defineRule({
  code: 'K438',
  name: 'storage-shared-by-pods',
  group: 'capacity',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  reads: ['Node', 'PersistentVolume', 'PersistentVolumeClaim', 'autoscaling/HorizontalPodAutoscaler'],
  summary: 'Several pods of a workload that mount one ReadWriteOnce claim',
  explanation: `A volume that is ReadWriteOnce is attached to one node at a time. Pods on that node share it; a pod that the scheduler puts on another
waits there in ContainerCreating. Whether it works hangs on where pods happen to be put.

Let a StatefulSet make a claim for each pod (\`volumeClaimTemplates\`), take a claim that is ReadWriteMany if the storage can do that, or keep
the pods on one node by required pod affinity. Volumes that no node attaches, such as NFS and hostPath, are passed over, for
nothing minds their access mode; so are pods that are kept on one node.`,
  bad: `${claimExample({ spec: STANDARD })}${mountingExample('  replicas: 2\n')}`,
  good: [
    `${claimExample({ spec: STANDARD, modes: 'ReadWriteMany' })}${mountingExample('  replicas: 2\n')}`,
    `${claimExample({ spec: STANDARD })}${mountingExample('  replicas: 1\n  strategy:\n    type: Recreate\n')}`,
  ],
  check(entry, context) {
    for (const { template, mounted, binding, numbers } of mountsOf(entry, context)) {
      const { claim, fate } = binding;
      const pods = mostPods(numbers);
      if (pods < 2 || !claim.accessModes.includes('ReadWriteOnce') || !mayBeAttached(binding)) continue;
      if (claim.accessModes.includes('ReadWriteMany')) continue;
      if (mounted.isReadOnly && claim.accessModes.includes('ReadOnlyMany')) continue;
      if (areOnOneNode(template, context) || (fate.is === 'bound' && isOfOneNode(fate.volume))) continue;
      const many = pods === Infinity ? 'a pod on each node' : `${pods} pods`;
      context.report({
        object: entry,
        path: mounted.path,
        title: `${objectTitle(entry)} has ${many} that mount the ReadWriteOnce claim \`${claim.name}\``,
        label: `${many} mount \`${claim.name}\``,
        others: [
          {
            entry: claim.entry,
            path: `${claim.pointer}/spec/accessModes`,
            label: `accessModes are [${claim.accessModes.join(', ')}]: one node at a time`,
          },
        ],
        notes: [
          'a pod on another node stays in ContainerCreating (FailedAttachVolume): "Multi-Attach error for volume ..."',
        ],
        help: [
          'a StatefulSet with volumeClaimTemplates gives each pod a claim of its own',
          'or write accessModes: [ReadWriteMany] if the storage can do that',
          'or keep the pods together by required pod affinity with topologyKey: kubernetes.io/hostname',
        ],
      });
    }
  },
});
