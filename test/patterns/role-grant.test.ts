import { RoleGrant, type RoleGrantProps } from '../../lib/patterns/role-grant';
import { names, only, synth, type Synthesized } from './synth';

const grant = (props: RoleGrantProps, namespace?: string): Synthesized[] =>
  synth((chart) => new RoleGrant(chart, 'view', props), namespace === undefined ? {} : { namespace });

describe('RoleGrant', () => {
  test('makes a Role, and a binding to those who get it, also of other namespaces', () => {
    const objects = grant(
      {
        rules: {
          core: { pods: ['get', 'list'], 'pods/log': ['get'] },
          apps: { deployments: ['get', 'list'] },
        },
        customRules: [{ apiGroups: ['example.com'], resources: ['widgets'], verbs: ['get'] }],
        subjects: [
          { serviceAccount: 'own' },
          { serviceAccount: 'other', namespace: 'ns-2' },
          { user: 'jane' },
          { group: 'devs' },
        ],
        defaults: 'none',
      },
      'ns-1',
    );
    expect(objects).toEqual([
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'view', namespace: 'ns-1' },
        rules: [
          { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
          { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
          { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list'] },
          { apiGroups: ['example.com'], resources: ['widgets'], verbs: ['get'] },
        ],
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'view', namespace: 'ns-1' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'view' },
        subjects: [
          { kind: 'ServiceAccount', name: 'own', namespace: 'ns-1' },
          { kind: 'ServiceAccount', name: 'other', namespace: 'ns-2' },
          { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'jane' },
          { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'devs' },
        ],
      },
    ]);
  });

  test('makes the Role alone without subjects, and the binding alone of a ClusterRole', () => {
    expect(names(grant({ rules: {} }))).toEqual(['Role view']);
    const bound = grant({ clusterRole: 'edit', subjects: [{ group: 'devs' }] });
    expect(names(bound)).toEqual(['RoleBinding view']);
    expect(only(bound, 'RoleBinding').roleRef).toMatchObject({ kind: 'ClusterRole', name: 'edit' });
  });

  test('refuses a ServiceAccount whose namespace nobody says', () => {
    expect(() => grant({ rules: {}, subjects: [{ user: 'jane' }, { serviceAccount: 'own' }] })).toThrow(
      "RoleGrant 'chart/view': subjects[1] names ServiceAccount 'own' without a namespace, which a binding needs; give the chart or the pattern a namespace",
    );
  });

  test('takes a patch of each object', () => {
    const objects = grant({
      rules: { core: { pods: ['get'] } },
      subjects: [{ group: 'devs' }],
      patch: { role: { rules: [] }, binding: { metadata: { labels: { a: 'b' } } } },
    });
    expect(only(objects, 'Role').rules).toEqual([]);
    expect(only(objects, 'RoleBinding').metadata.labels).toMatchObject({ a: 'b' });
  });
});
