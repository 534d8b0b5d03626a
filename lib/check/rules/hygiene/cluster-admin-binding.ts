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

export default defineRule({
  code: 'K618',
  name: 'cluster-admin-binding',
  group: 'hygiene',
  severity: 'warning',
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  summary: 'A binding that makes somebody administrator of the whole cluster',
  explanation: `\`cluster-admin\` may do everything. A person has it for emergencies, by a group; a program that has it gives it to everybody who takes the program over.`,
  bad: binding('cluster-admin', 'User', 'jane'),
  good: binding('view', 'User', 'jane'),
  check(entry, context) {
    const role = objectField(entry.object, 'roleRef');
    if (role?.kind !== 'ClusterRole' || role.name !== 'cluster-admin') return;
    const subjects = listField(entry.object, 'subjects').filter(isJsonObject);
    if (subjects.length === 0) return;
    const where = entry.kind === 'RoleBinding' ? 'of its namespace' : 'of the whole cluster';
    context.report({
      object: entry,
      path: '/roleRef',
      title: `${objectTitle(entry)} makes ${subjects.map((subject) => `${textField(subject, 'kind') ?? ''} \`${textField(subject, 'name') ?? ''}\``).join(', ')} administrator ${where}`,
      label: 'roleRef is cluster-admin',
      help: [
        'bind a role that grants what is used; the ClusterRoles `admin`, `edit` and `view` are there for people',
      ],
    });
  },
});
