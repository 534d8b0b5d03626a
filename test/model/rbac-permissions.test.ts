import { findResourceVerbs } from '../../lib/model/rbac-permissions';

test('a namespaced resource can be granted by a Role with all its verbs', () => {
  const verbs = findResourceVerbs('', 'pods', '1.34');
  expect(verbs?.verbs).toContain('deletecollection');
  expect(verbs?.namespacedVerbs).toEqual(verbs?.verbs);
});

test('a cluster-scoped resource cannot be granted by a Role', () => {
  expect(findResourceVerbs('', 'namespaces', '1.34')?.verbs).toContain('list');
  expect(findResourceVerbs('', 'namespaces', '1.34')?.namespacedVerbs).toEqual([]);
});

test('what does not exist is undefined', () => {
  expect(findResourceVerbs('', 'namespace', '1.34')).toBeUndefined();
  expect(findResourceVerbs('', 'deployments', '1.34')).toBeUndefined();
  expect(findResourceVerbs('', 'pods/logs', '1.34')).toBeUndefined();
  expect(findResourceVerbs('', 'pods/constructor', '1.34')).toBeUndefined();
  expect(
    findResourceVerbs('authorization.k8s.io', 'subjectaccessreviews/finalizers', '1.34'),
  ).toBeUndefined();
});

test('subresources come with their minor', () => {
  expect(findResourceVerbs('', 'pods/resize', '1.31')).toBeUndefined();
  expect(findResourceVerbs('', 'pods/resize', '1.32')?.verbs).toEqual(['get', 'update', 'patch']);
  expect(findResourceVerbs('networking.k8s.io', 'clustercidrs', '1.29')).toBeUndefined();
});

test('permissions that no path serves', () => {
  expect(findResourceVerbs('', 'serviceaccounts', '1.34')?.namespacedVerbs).toContain('impersonate');
  expect(findResourceVerbs('', 'users', '1.34')).toEqual({ verbs: ['impersonate'], namespacedVerbs: [] });
  expect(findResourceVerbs('authentication.k8s.io', 'userextras/scopes', '1.34')?.verbs).toEqual([
    'impersonate',
  ]);
  expect(findResourceVerbs('authentication.k8s.io', 'userextras/', '1.34')).toBeUndefined();
  expect(findResourceVerbs('certificates.k8s.io', 'signers', '1.34')?.verbs).toEqual([
    'approve',
    'attest',
    'sign',
  ]);
  expect(findResourceVerbs('', 'nodes/metrics', '1.34')?.verbs).toEqual(['get']);
  expect(findResourceVerbs('apps', 'deployments/finalizers', '1.34')?.namespacedVerbs).toEqual(['update']);
});

test('a Role may let its subjects bind a ClusterRole in its namespace, not escalate it', () => {
  expect(findResourceVerbs('rbac.authorization.k8s.io', 'clusterroles', '1.34')?.namespacedVerbs).toEqual([
    'bind',
  ]);
  expect(findResourceVerbs('rbac.authorization.k8s.io', 'clusterroles', '1.34')?.verbs).toContain('escalate');
});
