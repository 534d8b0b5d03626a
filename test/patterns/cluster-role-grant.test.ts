import { ClusterRoleGrant } from '../../lib/patterns/cluster-role-grant';
import { only, synth } from './synth';

describe('ClusterRoleGrant', () => {
  test('makes a ClusterRole and its binding, without a namespace in a chart that has one', () => {
    const objects = synth(
      (chart) =>
        new ClusterRoleGrant(chart, 'nodes', {
          rules: { core: { nodes: ['list'] } },
          customRules: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }],
          subjects: [{ serviceAccount: 'agent' }],
          patch: {
            role: { metadata: { annotations: { a: 'b' } } },
            binding: { metadata: { annotations: { c: 'd' } } },
          },
        }),
      { namespace: 'agents' },
    );
    const labels = { 'app.kubernetes.io/name': 'nodes' };
    expect(only(objects, 'ClusterRole')).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'nodes', labels, annotations: { a: 'b' } },
      rules: [
        { apiGroups: [''], resources: ['nodes'], verbs: ['list'] },
        { nonResourceURLs: ['/metrics'], verbs: ['get'] },
      ],
    });
    expect(only(objects, 'ClusterRoleBinding')).toEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'nodes', labels, annotations: { c: 'd' } },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'nodes' },
      subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace: 'agents' }],
    });
  });
});
