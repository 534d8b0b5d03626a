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

describe('a ClusterRole that gathers others', () => {
  const label = (value: string): string => `example.com/gather: "${value}"`;
  const gathering = (selectors: string, rules = '[]', labels = label('no')): string =>
    `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: all, labels: { ${labels} } }
aggregationRule: { clusterRoleSelectors: [${selectors}] }
rules: ${rules}
---
`;
  const gathered = (labels: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: part, labels: { ${labels} } }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
---
`;
  const by = (value: string): string => `{ matchLabels: { ${label(value)} } }`;

  test('finds some by each of its selectors', () => {
    expect(found(gathering(by('yes')) + gathered(label('yes')))).toEqual([]);
    expect(found(gathering(by('yes')) + gathered(label('no')))).toEqual([
      'K328 warning ClusterRole `all` gathers ClusterRoles by `example.com/gather=yes`, and there are none',
    ]);
    const two = checkManifests(gathering(`${by('yes')}, ${by('maybe')}`) + gathered(label('yes'))).filter(
      ({ code }) => code === 'K328',
    );
    expect(two).toMatchObject([
      { path: '/aggregationRule/clusterRoleSelectors/1', notes: ['this selector adds nothing to its rules'] },
    ]);
  });

  test('is not one that it may gather itself', () => {
    expect(found(gathering(by('own'), '[]', label('own')))).toHaveLength(1);
  });

  test('may select by expressions, all, or what comes with Kubernetes', () => {
    const expression = '{ matchExpressions: [{ key: example.com/gather, operator: Exists }] }';
    expect(found(gathering(expression, '[]', 'a: b') + gathered(label('yes')))).toEqual([]);
    expect(found(gathering(expression, '[]', 'a: b') + gathered('c: d'))).toHaveLength(1);
    expect(found(gathering('{}'))).toEqual([]);
    const view = '{ matchLabels: { rbac.authorization.k8s.io/aggregate-to-view: "true" } }';
    expect(found(gathering(view))).toEqual([]);
  });

  test('may be meant for roles that are declared', () => {
    const external = {
      objects: [{ kind: 'rbac.authorization.k8s.io/ClusterRole', labels: { 'example.com/gather': 'yes' } }],
    };
    const codes = (text: string) =>
      checkManifests(text, { external }).flatMap(({ code }) => (code === 'K328' ? [code] : []));
    expect(codes(gathering(by('yes')))).toEqual([]);
    expect(codes(gathering(by('maybe')))).toEqual(['K328']);
  });

  test('has no rules of its own', () => {
    const view = '{ matchLabels: { rbac.authorization.k8s.io/aggregate-to-view: "true" } }';
    const rule = '{ apiGroups: [""], resources: [pods], verbs: [get] }';
    expect(found(gathering(view, `[${rule}]`))).toEqual([
      'K329 warning ClusterRole `all` has a rule of its own beside an aggregationRule',
    ]);
    expect(found(gathering(view, `[${rule}, ${rule}]`))[0]).toContain('has 2 rules of its own');
    expect(found(gathering(view).replace('rules: []\n', ''))).toEqual([]);
    expect(found(gathered(label('yes')))).toEqual([]);
  });
});
