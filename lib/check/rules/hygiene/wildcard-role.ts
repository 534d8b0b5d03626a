import { isJsonObject, listField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';

const ROLE = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: reader\n';

export default defineRule({
  code: 'K617',
  name: 'wildcard-role',
  group: 'hygiene',
  severity: 'warning',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  summary: 'A role that grants everything on everything',
  explanation: `A rule with \`*\` for resources and verbs grants what nobody thought of, also what later versions and later custom resources bring: reading all Secrets,
running commands in pods, changing roles.`,
  bad: `${ROLE}rules:\n  - apiGroups: ['*']\n    resources: ['*']\n    verbs: ['*']\n`,
  good: `${ROLE}rules:\n  - apiGroups: ['']\n    resources: [pods]\n    verbs: [get, list]\n`,
  check(entry, context) {
    for (const [index, rule] of listField(entry.object, 'rules').entries()) {
      if (!isJsonObject(rule)) continue;
      const has = (field: string): boolean => listField(rule, field).includes('*');
      // Of one group of one's own it is what its owner needs.
      const groups = listField(rule, 'apiGroups');
      if (!has('resources') || !has('verbs') || !groups.some((group) => group === '*' || group === ''))
        continue;
      context.report({
        object: entry,
        path: `/rules/${index}`,
        title: `${objectTitle(entry)} grants everything on ${has('apiGroups') ? 'every resource' : 'every resource of the core group'}`,
        label: `rules[${index}] has \`*\` for resources and verbs`,
        notes: ['that is all Secrets, `pods/exec`, and what later versions bring'],
        help: ['name the resources and verbs that are used'],
      });
    }
  },
});
