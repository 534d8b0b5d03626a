import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';

const binding = (
  role: string,
  kind: string,
  name: string,
): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: tools
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role} }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: '${name}' }
`;

const MEANT: ReadonlySet<string> = new Set([
  'system:basic-user',
  'system:discovery',
  'system:public-info-viewer',
]);

const EVERYBODY: ReadonlyMap<string, string> = new Map([
  ['system:anonymous', 'everybody who reaches the API server'],
  ['system:unauthenticated', 'everybody who reaches the API server'],
  ['system:authenticated', 'every account, and so every pod'],
]);

export default defineRule({
  code: 'K619',
  name: 'binding-to-everybody',
  group: 'hygiene',
  severity: 'warning',
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  summary: 'A binding to everybody, signed in or not',
  explanation: `\`system:anonymous\` and \`system:unauthenticated\` are whoever reaches the API server; \`system:authenticated\` is whoever has any account, and so every
pod. Of the cluster's own roles \`system:discovery\`, \`system:public-info-viewer\` and \`system:basic-user\` are meant for them.`,
  bad: binding('view', 'Group', 'system:unauthenticated'),
  good: [
    binding('view', 'Group', 'developers'),
    binding('system:discovery', 'Group', 'system:authenticated'),
  ],
  check(entry, context) {
    const role = textField(objectField(entry.object, 'roleRef'), 'name') ?? '';
    if (MEANT.has(role)) return;
    for (const [index, subject] of listField(entry.object, 'subjects').entries()) {
      const name = isJsonObject(subject) ? textField(subject, 'name') : undefined;
      const who = name === undefined ? undefined : EVERYBODY.get(name);
      if (name === undefined || who === undefined) continue;
      context.report({
        object: entry,
        path: `/subjects/${index}`,
        title: `${objectTitle(entry)} gives the role \`${role}\` to ${who}`,
        label: `subjects[${index}] is ${name}`,
        help: ['name the users, groups or ServiceAccounts that need it'],
      });
    }
  },
});
