import { findingsIn, checkManifests } from '../manifests';

function role(kind: string, group: string, resources: string, verbs = 'get'): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: r${kind === 'Role' ? ', namespace: a' : ''} }
rules: [{ apiGroups: [${group}], resources: [${resources}], verbs: [${verbs}] }]
`;
}

const codes = (...args: Parameters<typeof role>): readonly string[] =>
  findingsIn(role(...args))
    .map((finding) => finding.split(' ')[0] ?? '')
    .filter((code) => code === 'K321' || code === 'K322');

describe('a resource that is granted', () => {
  test.each([
    ['""', 'pods, pods/log, pods/exec, nodes/proxy, nodes/metrics, services/proxy, serviceaccounts/token'],
    ['apps', 'deployments, deployments/scale, deployments/finalizers, "*/scale"'],
    ['"", apps', 'pods, deployments'],
    ['"*"', 'anything'],
    ['""', '"*"'],
    ['example.com', 'things'],
    ['"", example.com', 'things'],
    ['extensions', 'ingresses, jobs'],
    ['policy', 'podsecuritypolicies, poddisruptionbudgets'],
    ['authentication.k8s.io', 'userextras/scopes'],
    ['""', 'endpoints/restricted, nodes/spec'],
  ])('is known: %s %s', (group, resources) => {
    expect(codes('ClusterRole', group, resources)).toEqual([]);
  });

  test.each([
    ['""', 'namespace', 'did you mean `namespaces`?'],
    ['""', 'Pod', 'did you mean `pods`?'],
    ['""', 'svc', 'did you mean `services`?'],
    ['""', 'persistentvolumeclaim', 'did you mean `persistentvolumeclaims`?'],
    ['""', 'pods/logs', 'did you mean `pods/log`?'],
    ['""', 'deployments', '`deployments` is in the group `apps`: write apiGroups ["apps"]'],
    ['""', 'deployments/scale', '`deployments/scale` is in the group `apps`: write apiGroups ["apps"]'],
    ['batch', 'cronjob', 'did you mean `cronjobs`?'],
    ['apps', 'pods', '`pods` is in the group core: write apiGroups [""]'],
  ])('is unknown, with what was meant: %s %s', (group, resource, help) => {
    const found = checkManifests(role('ClusterRole', group, resource));
    expect(found.map(({ code }) => code)).toEqual(['K321']);
    expect(found[0]?.help[0]).toBe(help);
  });

  it('is an error where the rule grants nothing else, and a warning beside what it does grant', () => {
    const severities = (resources: string): readonly string[] =>
      checkManifests(role('ClusterRole', '""', resources)).map(({ code, severity }) => `${code} ${severity}`);
    expect(severities('namespace, pod')).toEqual(['K321 error', 'K321 error']);
    expect(severities('namespace, pods')).toEqual(['K321 warning']);
    const [found] = checkManifests(role('ClusterRole', '""', 'namespace, pods'));
    expect(found?.notes).toContain('the rule grants the rest: `pods`');
  });

  it('is nothing by a wildcard after the slash', () => {
    const [found] = checkManifests(role('ClusterRole', '""', '"pods/*"'));
    expect(found?.notes).toContain(
      'the API server accepts any string here; a `*` after a slash stands for nothing',
    );
    expect(found?.help).toContain('did you mean `pods/attach`?');
    expect(codes('ClusterRole', '""', '"*/*"')).toEqual(['K321']);
  });
});

describe('a Role', () => {
  it('cannot grant what lives in no namespace', () => {
    expect(findingsIn(role('Role', '""', 'nodes, pods', 'get, list'))).toEqual([
      'K322 Role `a/r` cannot grant `get` and `list` on `nodes`, which live in no namespace',
    ]);
    expect(codes('ClusterRole', '""', 'nodes')).toEqual([]);
    expect(codes('Role', '""', '"*"', '"*"')).toEqual([]);
    expect(codes('Role', '""', 'nodes', '"*"')).toEqual(['K322']);
  });

  it('can grant its own Namespace, but no list of them', () => {
    expect(codes('Role', '""', 'namespaces', 'get, update, patch, delete')).toEqual([]);
    expect(codes('Role', '""', 'namespaces', '"*"')).toEqual([]);
    const [found] = checkManifests(role('Role', '""', 'namespaces', 'get, list, watch'));
    expect(found?.title).toContain('cannot grant `list` and `watch` on `namespaces`');
    expect(found?.notes).toEqual([
      "the API server accepts it; it grants `get` of the Role's own Namespace alone",
    ]);
  });
});
