import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { bindingExample } from './rbac/binding-example';
import { isBuiltInRole } from './rbac/built-in-roles';
import { RBAC } from './rbac/rbac-group';

const CODE = 'K323';

export default defineRule({
  code: CODE,
  name: 'binding-role-missing',
  group: 'references',
  severity: 'error',
  kinds: [`${RBAC}/ClusterRoleBinding`, `${RBAC}/RoleBinding`],
  reads: RBAC_KINDS,
  summary: 'A binding of a Role or ClusterRole that is not there',
  explanation: `A RoleBinding binds a Role of its own namespace, or a ClusterRole; a ClusterRoleBinding binds a ClusterRole. Who may bind any role may make
a binding of one that is not there: it grants nothing. For anybody else the API server refuses it.

The roles that come with Kubernetes are known: \`cluster-admin\`, \`admin\`, \`edit\`, \`view\` and those that begin with \`system:\`.
\`roleRef\` cannot be changed later: a binding with a slip in it has to be deleted.`,
  bad: bindingExample({ role: 'raeder' }),
  good: bindingExample(),
  check(entry, context) {
    const reference = objectField(entry.object, 'roleRef');
    const kind = textField(reference, 'kind');
    const name = textField(reference, 'name');
    if (name === undefined || (kind !== 'Role' && kind !== 'ClusterRole')) return;
    if (kind === 'Role' && entry.kind === 'ClusterRoleBinding') return;
    const namespace = kind === 'Role' ? entry.namespace : '';
    if (isBuiltInRole(kind, namespace, name)) return;
    const other = kind === 'Role' ? 'ClusterRole' : 'Role';
    const isOther =
      entry.kind === 'RoleBinding' &&
      context.set.find(RBAC, other, other === 'Role' ? entry.namespace : '', name) !== undefined;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: '/roleRef/name',
        verb: 'binds',
        target: { group: RBAC, kind, namespace, name },
        // VisitRulesFor, pkg/registry/rbac/validation/rule.go
        consequences: [
          `it grants nothing: ${kind === 'Role' ? 'role' : 'clusterrole'}.rbac.authorization.k8s.io "${name}" not found`,
        ],
        ownNamespaceOnly: 'a RoleBinding binds a Role of its own namespace',
        help: isOther ? [`there is a ${other} of this name: write kind: ${other}`] : [],
      },
      context,
    );
  },
});
