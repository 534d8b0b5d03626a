import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { identify } from '../../../lib/patterns/identity';
import { createRole, type RoleSource } from '../../../lib/patterns/rbac/create-role';

const made = (source: Partial<RoleSource>): (object | undefined)[] => {
  const scope = new Construct(new Chart(new App(), 'chart', { namespace: 'web' }), 'grant');
  const identity = identify(scope, { defaults: 'none' });
  const { role, binding } = createRole(identity, {
    scope,
    name: 'r',
    rules: [],
    subjects: [{ group: 'devs' }],
    property: (index) => `subjects[${index}]`,
    ...source,
  });
  return [role, binding].map((object) => object?.toJson() as object | undefined);
};
const KIND = { apiVersion: 'rbac.authorization.k8s.io/v1' };
const REF = { apiGroup: 'rbac.authorization.k8s.io' };

describe('createRole', () => {
  test('makes a Role and a binding of one name', () => {
    expect(made({})).toEqual([
      { ...KIND, kind: 'Role', metadata: { name: 'r', namespace: 'web' }, rules: [] },
      {
        ...KIND,
        kind: 'RoleBinding',
        metadata: { name: 'r', namespace: 'web' },
        roleRef: { ...REF, kind: 'Role', name: 'r' },
        subjects: [{ ...REF, kind: 'Group', name: 'devs' }],
      },
    ]);
  });

  test('makes both for the cluster, without a namespace', () => {
    expect(made({ clusterScoped: true })).toMatchObject([
      { kind: 'ClusterRole', metadata: { name: 'r' } },
      { kind: 'ClusterRoleBinding', roleRef: { kind: 'ClusterRole', name: 'r' } },
    ]);
    for (const object of made({ clusterScoped: true }))
      expect(object).not.toHaveProperty('metadata.namespace');
  });

  test('binds a ClusterRole that exists, and nobody by no binding', () => {
    expect(made({ clusterRole: 'edit' })).toMatchObject([
      undefined,
      { roleRef: { kind: 'ClusterRole', name: 'edit' } },
    ]);
    expect(made({ subjects: [] })[1]).toBeUndefined();
  });
});
