import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { mostPods, mountsOf } from '../../storage/mounts';
import { areOnOneNode } from '../../storage/one-node';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { claimExample, mountingExample } from './storage/claim-examples';

const CLAIM = claimExample({ modes: 'ReadWriteMany' });

export default defineRule({
  code: 'K441',
  name: 'host-path-on-several-nodes',
  group: 'capacity',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  reads: ['Node', 'PersistentVolume', 'PersistentVolumeClaim', 'autoscaling/HorizontalPodAutoscaler'],
  summary: 'Several pods that mount one claim, which is a folder of whatever node each is on',
  explanation: `A PersistentVolume over \`hostPath\` is the folder of the node that a pod happens to be on. Pods on two nodes mount the
same claim and see different files; none is told. Keep the volume to one node by \`nodeAffinity\`, where all its pods go then, or take storage
that nodes share.`,
  bad: `${volume('')}${CLAIM}${mountingExample('  replicas: 2\n')}`,
  good: `${volume('  nodeAffinity:\n    required:\n      nodeSelectorTerms:\n        - matchExpressions:\n            - { key: kubernetes.io/hostname, operator: In, values: [node-1] }\n')}${CLAIM}${mountingExample('  replicas: 2\n')}`,
  check(entry, context) {
    for (const { template, mounted, binding, numbers } of mountsOf(entry, context)) {
      const { fate } = binding;
      if (mostPods(numbers) < 2 || fate.is !== 'bound') continue;
      const { spec, entry: volumeEntry, name } = fate.volume;
      if (!Object.hasOwn(spec, 'hostPath') || Object.hasOwn(spec, 'nodeAffinity')) continue;
      if (areOnOneNode(template, context)) continue;
      context.report({
        object: entry,
        path: mounted.path,
        title: `the pods of ${objectTitle(entry)} share the claim \`${mounted.name}\`, but each node has a folder of its own for it`,
        label: `mounts \`${mounted.name}\``,
        others: [
          {
            entry: volumeEntry,
            path: '/spec/hostPath',
            label: `the claim binds to \`${name}\`, a hostPath of whatever node`,
          },
        ],
        notes: ['pods on different nodes see different files; nothing tells of it'],
        help: [
          'keep the volume to one node: nodeAffinity with kubernetes.io/hostname, and all its pods go there',
          'or take storage that nodes share, such as NFS',
        ],
      });
    }
  },
});

function volume(affinity: string): string {
  return `apiVersion: v1
kind: PersistentVolume
metadata:
  name: files
spec:
  storageClassName: manual
  capacity:
    storage: 10Gi
  accessModes: [ReadWriteMany]
${affinity}  hostPath:
    path: /srv/files
---
`;
}
