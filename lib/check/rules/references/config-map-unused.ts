import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { isUnused } from './unused/unused-objects';
import { unusedExample } from './unused/unused-example';

export default defineRule({
  code: 'K340',
  name: 'config-map-unused',
  group: 'references',
  severity: 'info',
  kinds: ['ConfigMap'],
  reads: [...WORKLOAD_KINDS, ...RBAC_KINDS],
  summary: 'A ConfigMap that nothing uses',
  explanation: `A ConfigMap that no pod takes variables or files from is left over, or what should use it names another.

It is looked at only where the set has pods in its namespace, and counts as used wherever it may be: where anything in the set says its
name, be it in an argument, a ConfigMap, an annotation or a custom resource; where a label that does more than describe is on it; and where a
program of the set may read all objects of the kind, or make pods.`,
  bad: unusedExample({ kind: 'ConfigMap', isUsed: false }),
  good: unusedExample({ kind: 'ConfigMap', isUsed: true }),
  check(entry, context) {
    if (!isUnused(entry, 'ConfigMap', context)) return;
    context.report({
      object: entry,
      path: '/metadata/name',
      title: `${objectTitle(entry)} is used by nothing in the set`,
      notes: ['no pod of the set takes variables or files from it, and nothing else says its name'],
      help: ['remove it, or name it where it is meant to be used'],
    });
  },
});
