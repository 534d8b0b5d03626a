import { isJsonObject, listField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';

const ROLE = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: reader\n';

import { texts } from './pods/texts';

export default defineRule({
  code: 'K632',
  name: 'pods-executable',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  summary: 'A role that makes pods, or runs commands in them',
  explanation: `Who may make pods may mount every Secret and use every ServiceAccount of the namespace; who may \`create\` on \`pods/exec\` or
\`pods/attach\` is in every container that is there.`,
  bad: `${ROLE}rules:\n  - apiGroups: ['']\n    resources: [pods/exec]\n    verbs: [create]\n`,
  good: `${ROLE}rules:\n  - apiGroups: ['']\n    resources: [pods]\n    verbs: [get, list]\n`,
  check(entry, context) {
    for (const [index, rule] of listField(entry.object, 'rules').entries()) {
      if (!isJsonObject(rule) || !listField(rule, 'apiGroups').some((group) => group === '' || group === '*'))
        continue;
      const found = texts(rule, 'resources').filter((name) =>
        ['pods', 'pods/exec', 'pods/attach', '*'].includes(name),
      );
      const canCreate = texts(rule, 'verbs').some((verb) => verb === 'create' || verb === '*');
      if (found.length === 0 || !canCreate) continue;
      context.report({
        object: entry,
        path: `/rules/${index}`,
        title: `${objectTitle(entry)} may create ${found.join(', ')}`,
        label: `rules[${index}] has the verb create`,
        help: ['leave it to controllers and to people in an emergency'],
      });
    }
  },
});
