import { textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { isUnused } from './unused/unused-objects';
import { unusedExample } from './unused/unused-example';

/** Types of Secrets that are for the control plane, or for those who come from outside. */
const FOR_OTHERS: ReadonlySet<string> = new Set([
  'bootstrap.kubernetes.io/token',
  'helm.sh/release.v1',
  'kubernetes.io/service-account-token',
]);

export default defineRule({
  code: 'K341',
  name: 'secret-unused',
  group: 'references',
  severity: 'info',
  kinds: ['Secret'],
  reads: [...WORKLOAD_KINDS, ...RBAC_KINDS, 'ServiceAccount', 'networking.k8s.io/Ingress'],
  summary: 'A Secret that nothing uses',
  explanation: `A Secret that no pod, Ingress or ServiceAccount names is left over, or what should use it names another. Each Secret is one more
that can leak.

It is looked at only where the set has pods in its namespace, and counts as used wherever it may be: where anything in the set says its
name, be it in an argument, a ConfigMap, an annotation or a custom resource; where a label that does more than describe is on it; and where a
program of the set may read all objects of the kind, or make pods.`,
  bad: unusedExample({ kind: 'Secret', isUsed: false }),
  good: unusedExample({ kind: 'Secret', isUsed: true }),
  check(entry, context) {
    if (!isUnused(entry, 'Secret', context) || FOR_OTHERS.has(textField(entry.object, 'type') ?? '')) return;
    context.report({
      object: entry,
      path: '/metadata/name',
      title: `${objectTitle(entry)} is used by nothing in the set`,
      notes: ['no pod, Ingress or ServiceAccount of the set names it, and nothing else does'],
      help: ['remove it, or name it where it is meant to be used'],
    });
  },
});
