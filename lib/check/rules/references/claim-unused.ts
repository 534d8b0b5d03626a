import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { isUnused } from './unused/unused-objects';
import { unusedExample } from './unused/unused-example';

export default defineRule({
  code: 'K342',
  name: 'claim-unused',
  group: 'references',
  severity: 'info',
  kinds: ['PersistentVolumeClaim'],
  reads: [...WORKLOAD_KINDS, ...RBAC_KINDS, 'PersistentVolume'],
  summary: 'A PersistentVolumeClaim that nothing uses',
  explanation: `A claim that no pod mounts holds a volume, and what that costs, for nobody; with a StorageClass that waits for the first consumer
it stays Pending.

It is looked at only where the set has pods in its namespace, and counts as used wherever it may be: where anything in the set says its
name, be it in an argument, a ConfigMap, an annotation or a custom resource; where a label that does more than describe is on it; and where a
program of the set may read all objects of the kind, or make pods.`,
  bad: unusedExample({ kind: 'PersistentVolumeClaim', isUsed: false }),
  good: unusedExample({ kind: 'PersistentVolumeClaim', isUsed: true }),
  check(entry, context) {
    if (!isUnused(entry, 'PersistentVolumeClaim', context)) return;
    context.report({
      object: entry,
      path: '/metadata/name',
      title: `${objectTitle(entry)} is used by nothing in the set`,
      notes: [
        'no pod of the set mounts it: it holds a volume for nobody, or stays Pending where its class waits for the first pod',
      ],
      help: ['remove it where its data is not needed, or mount it where it is meant to be used'],
    });
  },
});
