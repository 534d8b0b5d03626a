import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('binding', {
  code: 'K252',
  name: 'binding-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  summary: 'A RoleBinding or ClusterRoleBinding that the API server refuses',
  explanation: `A ClusterRoleBinding binds a ClusterRole only. Its ServiceAccounts need a namespace; in a RoleBinding they are of its own when none is
written. Users and groups are of the group \`rbac.authorization.k8s.io\`, ServiceAccounts of the core group.`,
  bad: [
    {
      title: 'a Role bound for the whole cluster',
      manifests: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: view-shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: view }
subjects:
  - { kind: ServiceAccount, name: ci, namespace: shop }
`,
    },
    {
      title: 'a ServiceAccount of no namespace',
      manifests: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: view-shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { kind: ServiceAccount, name: ci }
`,
    },
  ],
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: view-shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { kind: ServiceAccount, name: ci, namespace: shop }
`,
});
