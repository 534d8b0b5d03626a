import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('role', {
  code: 'K251',
  name: 'role-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  summary: 'A Role or ClusterRole that the API server refuses',
  explanation: `A rule has verbs, and either resources with their groups or URLs, never both. The core group is the empty text, and has to be
written. URLs belong to no namespace, so only a ClusterRole grants them.`,
  bad: [
    {
      title: 'no group',
      manifests: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: shop }
rules:
  - { resources: [pods], verbs: [get] }
`,
    },
    {
      title: 'a URL in a namespace',
      manifests: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: shop }
rules:
  - { nonResourceURLs: [/metrics], verbs: [get] }
`,
    },
  ],
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: shop }
rules:
  - { apiGroups: [''], resources: [pods], verbs: [get] }
`,
});
