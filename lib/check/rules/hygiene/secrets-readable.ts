import { isJsonObject, listField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';

const ROLE = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: reader\n';

import { texts } from './pods/texts';

export default defineRule({
  code: 'K631',
  name: 'secrets-readable',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  summary: 'A ClusterRole that reads all Secrets',
  explanation: `Who may \`list\` or \`watch\` Secrets reads the values of all of them; in a ClusterRole that is those of every namespace where it is bound to the cluster.`,
  bad: `${ROLE}rules:\n  - apiGroups: ['']\n    resources: [secrets]\n    verbs: [list]\n`,
  good: `${ROLE}rules:\n  - apiGroups: ['']\n    resources: [secrets]\n    resourceNames: [tls]\n    verbs: [get]\n`,
  check(entry, context) {
    for (const [index, rule] of listField(entry.object, 'rules').entries()) {
      if (!isJsonObject(rule) || listField(rule, 'resourceNames').length > 0) continue;
      const groups = listField(rule, 'apiGroups');
      const isSecrets = texts(rule, 'resources').some((name) => name === 'secrets' || name === '*');
      const verbs = texts(rule, 'verbs').filter((verb) => ['get', 'list', 'watch', '*'].includes(verb));
      if (!isSecrets || verbs.length === 0 || !groups.some((group) => group === '' || group === '*'))
        continue;
      context.report({
        object: entry,
        path: `/rules/${index}`,
        title: `${objectTitle(entry)} reads all Secrets`,
        label: `rules[${index}] has secrets: ${verbs.join(', ')}`,
        help: ['grant `get` on those that are used, by `resourceNames`, in a Role'],
      });
    }
  },
});
