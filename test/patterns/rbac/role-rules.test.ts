import { policyRules } from '../../../lib/patterns/rbac/role-rules';

describe('policyRules', () => {
  test('puts resources of one group with the same verbs and names into one rule', () => {
    expect(
      policyRules({
        core: {
          pods: ['get', 'list'],
          configmaps: ['get', 'list'],
          secrets: { verbs: ['get'], names: ['a'] },
          services: { verbs: ['get'], names: ['a'] },
          endpoints: ['get'],
        },
        apps: { deployments: ['get', 'list'] },
      }),
    ).toEqual([
      { apiGroups: [''], resources: ['pods', 'configmaps'], verbs: ['get', 'list'] },
      { apiGroups: [''], resources: ['secrets', 'services'], verbs: ['get'], resourceNames: ['a'] },
      { apiGroups: [''], resources: ['endpoints'], verbs: ['get'] },
      { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list'] },
    ]);
  });

  test('appends what is written in the fields of the manifest', () => {
    const rule = { apiGroups: ['example.com'], resources: ['widgets'], verbs: ['*'] };
    expect(policyRules(undefined, [rule])).toEqual([rule]);
    expect(policyRules(undefined)).toEqual([]);
  });
});
