import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { mostPods, mountsOf } from '../../storage/mounts';
import { areOnOneNode, isOfOneNode } from '../../storage/one-node';
import { mayBeAttached } from '../../storage/volume-source';
import { claimExample, mountingExample } from './storage/claim-examples';

const STANDARD = '  storageClassName: standard\n';

export default defineRule({
  code: 'K439',
  name: 'rollout-waits-for-storage',
  group: 'capacity',
  severity: 'warning',
  kinds: ['apps/Deployment'],
  reads: ['Node', 'PersistentVolume', 'PersistentVolumeClaim', 'autoscaling/HorizontalPodAutoscaler'],
  summary: 'A rolling update whose new pod may wait for the volume that the old one has',
  explanation: `By default a Deployment of one replica starts the new pod before it ends the old one (\`maxSurge\` 25% is one pod, \`maxUnavailable\`
25% is none). If the new pod is put on another node, its ReadWriteOnce volume cannot be attached there while the old pod has it; and the
old pod goes only when the new one is available. The rollout stands still, until somebody deletes the old pod.

With \`strategy: { type: Recreate }\` the old pod goes first. Volumes that no node attaches, such as NFS and hostPath, are passed over.`,
  bad: `${claimExample({ spec: STANDARD })}${mountingExample('  replicas: 1\n')}`,
  good: [
    `${claimExample({ spec: STANDARD })}${mountingExample('  replicas: 1\n  strategy:\n    type: Recreate\n')}`,
    {
      title: 'the old pod goes first',
      manifests: `${claimExample({ spec: STANDARD })}${mountingExample('  strategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 1\n')}`,
    },
  ],
  check(entry, context) {
    for (const { template, mounted, binding, numbers } of mountsOf(entry, context)) {
      const { claim, fate } = binding;
      // With more pods than one the claim is shared at all times, which is told as that.
      if (mostPods(numbers) !== 1 || numbers.surge === 0 || numbers.maxUnavailable > 0) continue;
      if (!claim.accessModes.includes('ReadWriteOnce') || claim.accessModes.includes('ReadWriteMany'))
        continue;
      if (mounted.isReadOnly && claim.accessModes.includes('ReadOnlyMany')) continue;
      if (!mayBeAttached(binding) || areOnOneNode(template, context)) continue;
      if (fate.is === 'bound' && isOfOneNode(fate.volume)) continue;
      context.report({
        object: entry,
        path: '/spec/strategy',
        title: `a rollout of ${objectTitle(entry)} may wait for its own volume, the ReadWriteOnce claim \`${claim.name}\``,
        label: 'the new pod starts before the old one ends: maxSurge is 1, maxUnavailable 0',
        others: [
          {
            entry: claim.entry,
            path: `${claim.pointer}/spec/accessModes`,
            label: `accessModes are [${claim.accessModes.join(', ')}]: one node at a time`,
          },
        ],
        notes: [
          'on another node the new pod stays in ContainerCreating (FailedAttachVolume): "Multi-Attach error for volume ...", and the old one stays too',
        ],
        help: ['write strategy: { type: Recreate }', 'or maxSurge: 0 with maxUnavailable: 1'],
      });
    }
  },
});
