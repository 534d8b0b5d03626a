import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { isUnused } from './unused/unused-objects';
import { unusedExample } from './unused/unused-example';

export default defineRule({
  code: 'K343',
  name: 'service-account-unused',
  group: 'references',
  severity: 'info',
  kinds: ['ServiceAccount'],
  reads: [...WORKLOAD_KINDS, ...RBAC_KINDS],
  summary: 'A ServiceAccount that nothing uses',
  explanation: `A ServiceAccount that no pod runs as and no binding names is left over, or the pods that should run as it say nothing and run as
\`default\`.

It is looked at only where the set has pods in its namespace, and counts as used wherever it may be: where anything in the set says its
name, be it in an argument, a ConfigMap, an annotation or a custom resource; where a label that does more than describe is on it; and where a
program of the set may read all objects of the kind, or make pods.`,
  bad: unusedExample({ kind: 'ServiceAccount', isUsed: false }),
  good: unusedExample({ kind: 'ServiceAccount', isUsed: true }),
  check(entry, context) {
    if (!isUnused(entry, 'ServiceAccount', context) || entry.name === 'default') return;
    context.report({
      object: entry,
      path: '/metadata/name',
      title: `${objectTitle(entry)} is used by nothing in the set`,
      notes: ['no pod of the set runs as it, and no binding names it'],
      help: ['remove it, or name it in `serviceAccountName` of the pods that it is for'],
    });
  },
});
