import { bindingExample } from '../../../../lib/check/rules/references/rbac/binding-example';
import { roleExample } from '../../../../lib/check/rules/references/rbac/role-example';
import { checkManifests } from '../../manifests';

const found = (text: string) =>
  checkManifests(text)
    .filter(({ code }) => /^K32[3-9]/.test(code))
    .map(({ code, severity, title }) => `${code} ${severity} ${title}`);

const clusterBinding = (role: string, account = 'web'): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ${role} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: '${role}' }
subjects: [{ kind: ServiceAccount, name: ${account}, namespace: shop }]
---
`;

describe('the role of a binding', () => {
  test('may come with Kubernetes', () => {
    const shop = bindingExample();
    for (const role of ['cluster-admin', 'view', 'system:auth-delegator']) {
      expect(found(clusterBinding(role) + shop)).toEqual([]);
    }
    expect(found(clusterBinding('viewer') + shop)).toEqual([
      'K323 error ClusterRoleBinding `viewer` binds the ClusterRole `viewer`, which is not there',
    ]);
  });

  test('may be of the other kind', () => {
    const [finding] = checkManifests(
      bindingExample({ role: 'all' }) +
        '---\n' +
        roleExample({ kind: 'ClusterRole', resources: 'pods', verbs: 'get' }).replace('reader', 'all'),
    ).filter(({ code }) => code === 'K323');
    expect(finding?.help).toContain('there is a ClusterRole of this name: write kind: ClusterRole');
  });
});

describe('the account of a binding', () => {
  test('is less sure to be missing where nothing of the set is beside it', () => {
    const text = bindingExample({ account: 'wep' });
    expect(found(text)[0]).toMatch(/^K324 error/);
    expect(
      found(text.replace('name: wep\n    namespace: shop', 'name: wep\n    namespace: team'))[0],
    ).toMatch(/^K324 warning/);
  });
});

describe('verbs', () => {
  const verbs = (resources: string, list: string, group?: string) =>
    found(roleExample({ resources, verbs: list, ...(group !== undefined && { group }) })).map((each) =>
      each.slice(0, 12),
    );

  test('are of one of the resources of the rule', () => {
    expect(verbs('pods', 'GET')).toEqual(['K325 error R']);
    expect(verbs('pods, pods/log', 'get, list')).toEqual([]);
    expect(verbs('pods/exec', 'create, post')).toEqual(['K325 warning']);
    expect(verbs('"*"', 'frobnicate')).toEqual([]);
    expect(verbs('rollouts', 'promote', 'argoproj.io')).toEqual([]);
  });

  test('are granted by name where the request has one', () => {
    const named = (resources: string, list: string) =>
      found(roleExample({ resources, verbs: list, names: 'a' }));
    expect(named('secrets', 'get, update, delete')).toEqual([]);
    expect(named('secrets', 'create')[0]).toMatch(/^K326 warning/);
    expect(named('secrets', 'watch')[0]).toMatch(/^K326 info/);
    expect(named('pods/exec', 'create')).toEqual([]);
  });
});

describe('escalation', () => {
  const exec = roleExample({ kind: 'ClusterRole', resources: 'pods/exec', verbs: 'create' });

  test('by commands in pods counts where it holds everywhere', () => {
    expect(found(exec)).toEqual([]);
    expect(found(`${exec}---\n${clusterBinding('reader')}${bindingExample()}`)).toEqual([
      'K327 warning ClusterRole `reader` grants `create` on `pods/exec`, by which its holder can get more than that',
    ]);
  });

  test('by `*` on roles counts, by `*` on everything is told of elsewhere', () => {
    const roles = (resources: string) =>
      found(roleExample({ group: 'rbac.authorization.k8s.io', resources, verbs: '"*"' })).length;
    expect([roles('roles'), roles('"*"')]).toEqual([1, 0]);
  });
});
