import { checkManifests } from '../manifests';

test('a group that is called like what every object inherits is not everybody', () => {
  const found = ['constructor', 'toString', '__proto__', 'system:authenticated'].map((name) =>
    checkManifests(`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: tools
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "${name}" }
`).map(({ code }) => code),
  );
  expect(found).toEqual([[], [], [], ['K619']]);
});
