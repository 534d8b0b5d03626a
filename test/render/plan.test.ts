import { chart, manifest, outlineOf, pathsOf, planOf, renderErrorOf } from './inputs';
import { filePerObject } from '../../lib/render/layouts/file-per-object';
import { folderPerChart } from '../../lib/render/layouts/folder-per-chart';
import { stdout } from '../../lib/render/layouts/stdout';

const web = (namespace = 'shop'): ReturnType<typeof manifest> => manifest('Deployment', `${namespace}/web`);

describe('plan', () => {
  it('keeps a chart whole, also with its own namespace', () => {
    const planned = planOf([chart('shop', web(), manifest('Namespace', 'shop'))]);
    expect(outlineOf(planned)).toEqual(['shop.k8s.yaml: Namespace/shop, Deployment/web']);
  });

  it('puts into one file what other charts need first, and what that needs', () => {
    const account = manifest('ServiceAccount', 'shop/deployer');
    const pod = manifest('Pod', 'shop/job', { spec: { serviceAccountName: 'deployer' } });
    const planned = planOf([
      chart('tenants', account, manifest('Namespace', 'shop'), manifest('Namespace', 'alone')),
      chart('batch', pod),
    ]);
    expect(outlineOf(planned)).toEqual([
      '00-shared.k8s.yaml: Namespace/shop, ServiceAccount/deployer',
      'batch.k8s.yaml: Pod/job',
      'tenants.k8s.yaml: Namespace/alone',
    ]);
  });

  it('names the same files when a dependency between charts is added', () => {
    const input = (dependsOn: string[]): ReturnType<typeof chart>[] => [
      chart('a', { object: web(), path: 'a/web', dependsOn }),
      chart('b', manifest('ConfigMap', 'shop/settings')),
    ];
    expect(pathsOf(planOf(input(['b'])))).toEqual(pathsOf(planOf(input([]))));
  });

  it('puts webhooks that are served from the set after all charts', () => {
    const webhook = manifest('ValidatingWebhookConfiguration', 'guard', {
      webhooks: [{ name: 'a.example.com', clientConfig: { service: { namespace: 'ops', name: 'guard' } } }],
    });
    const planned = planOf([chart('guard', webhook, manifest('Service', 'ops/guard')), chart('web', web())]);
    expect(outlineOf(planned)).toEqual([
      'guard.k8s.yaml: Service/guard',
      'web.k8s.yaml: Deployment/web',
      'zz-webhooks.k8s.yaml: ValidatingWebhookConfiguration/guard',
    ]);
  });

  it('gives definitions of custom resources a file of their own run, and says so', () => {
    const definition = manifest('CustomResourceDefinition', 'widgets.example.com', {
      spec: { group: 'example.com', names: { kind: 'Widget' } },
    });
    const planned = planOf([chart('app', manifest('Widget', 'shop/one'), definition)]);
    expect(outlineOf(planned)).toEqual([
      '00-shared.k8s.yaml: CustomResourceDefinition/widgets.example.com',
      'app.k8s.yaml: Widget/one',
    ]);
    expect(planned.notes).toHaveLength(1);
    expect(planned.notes[0]?.help).toContain('kubectl apply -f 00-shared.k8s.yaml');
    expect(planned.notes[0]?.help).toContain('crd/widgets.example.com');
  });

  it('tells a chart whose name sorts before what it needs', () => {
    const planned = planOf([
      chart('00-a', manifest('Pod', 'shop/a')),
      chart('tenants', manifest('Namespace', 'shop')),
    ]);
    expect(planned.notes.map((note) => note.files)).toEqual([['00-a.k8s.yaml', '00-shared.k8s.yaml']]);
  });

  it('tells a chart whose name sorts after the webhooks', () => {
    const webhook = manifest('ValidatingWebhookConfiguration', 'guard', {
      webhooks: [{ name: 'a.example.com', clientConfig: { service: { namespace: 'ops', name: 'guard' } } }],
    });
    const planned = planOf([chart('guard', webhook, manifest('Service', 'ops/guard')), chart('zzz', web())]);
    expect(planned.notes.map((note) => note.files)).toEqual([['zz-webhooks.k8s.yaml', 'zzz.k8s.yaml']]);
  });

  it('makes one stream in the order of needs over all charts', () => {
    const planned = planOf(
      [chart('a', web()), chart('b', manifest('Namespace', 'shop'), manifest('ConfigMap', 'shop/c'))],
      stdout(),
    );
    expect(outlineOf(planned)).toEqual(['-: Namespace/shop, ConfigMap/c, Deployment/web']);
  });

  it('has no file for a chart without objects', () => {
    expect(planOf([chart('empty')]).files).toEqual([]);
  });

  it('gives a kustomization all files in the order of needs', () => {
    const planned = planOf(
      [chart('a', manifest('RoleBinding', 'shop/b'), manifest('Namespace', 'shop'))],
      filePerObject({ stages: false }),
      { kustomization: 'kustomization.yaml' },
    );
    const file = planned.files.find(({ path }) => path === 'kustomization.yaml');
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe(
      [
        'apiVersion: kustomize.config.k8s.io/v1beta1',
        'kind: Kustomization',
        'resources:',
        '  - core_v1_Namespace_shop.yaml',
        '  - shop_rbac.authorization.k8s.io_v1_RoleBinding_b.yaml',
        'sortOptions:',
        '  order: fifo',
        '',
      ].join('\n'),
    );
  });

  it('reports all conflicts at once, each with both constructs', () => {
    const { problems, message } = renderErrorOf(() =>
      planOf([
        chart('a', web(), web(), manifest('ConfigMap', 'shop/x')),
        chart('A', manifest('ConfigMap', 'shop/x')),
      ]),
    );
    expect(problems.map(({ title }) => title)).toEqual([
      'ConfigMap `shop/x` is made twice',
      'Deployment `shop/web` is made twice',
      'the file `A.k8s.yaml` is wanted by chart `A` and by chart `a`',
    ]);
    expect(problems[0]?.objects.map(({ path, span }) => [path, span?.file, span?.line])).toEqual([
      ['A/0', 'charts/A.ts', 1],
      ['a/2', 'charts/a.ts', 3],
    ]);
    expect(message).toContain('ConfigMap `shop/x` made by A/0 (charts/A.ts:1:5)');
  });

  it('takes two versions of one kind for one object, and two groups for two', () => {
    const beta = { ...web(), apiVersion: 'apps/v1beta1' };
    expect(() => planOf([chart('a', web(), beta)])).toThrow('is made twice');
    expect(() => planOf([chart('a', web(), { ...web(), apiVersion: 'example.org/v1' })])).not.toThrow();
  });

  it('overlooks the namespace that cdk8s puts on cluster-scoped kinds', () => {
    const roles = ['one', 'two'].map((namespace) => manifest('ClusterRole', `${namespace}/reader`));
    expect(() => planOf([chart('a', ...roles)])).toThrow('ClusterRole `reader` is made twice');
    const definition = manifest('CustomResourceDefinition', 'widgets.example.com', {
      spec: { group: 'example.com', names: { kind: 'Widget' }, scope: 'Cluster' },
    });
    const widgets = ['one', 'two'].map((namespace) => manifest('Widget', `${namespace}/x`));
    expect(() => planOf([chart('a', ...widgets)])).not.toThrow();
    expect(() => planOf([chart('a', ...widgets, definition)])).toThrow('Widget `x` is made twice');
  });

  it.each([
    [
      'file-per-chart',
      undefined,
      'the file `web.k8s.yaml` is wanted by chart `one/web` and by chart `two/web`',
    ],
    [
      'folder-per-chart',
      folderPerChart(),
      'the folder `web` is wanted by chart `one/web` and by chart `two/web`',
    ],
  ])('refuses two charts of one name in %s', (_name, layout, title) => {
    const charts = ['one', 'two'].map((scope) => ({
      ...chart('web', manifest('ConfigMap', `${scope}/x`)),
      path: `${scope}/web`,
    }));
    expect(renderErrorOf(() => planOf(charts, layout)).problems.map((problem) => problem.title)).toEqual([
      title,
    ]);
  });

  it('refuses a chart named like the file that charts share', () => {
    expect(() =>
      planOf([
        chart('00-shared', manifest('ConfigMap', 'shop/x')),
        chart('tenants', manifest('Namespace', 'shop')),
      ]),
    ).toThrow('the file `00-shared.k8s.yaml` is wanted by');
  });

  it('refuses objects that a template cannot tell apart', () => {
    const { problems } = renderErrorOf(() =>
      planOf(
        [chart('a', manifest('ConfigMap', 'one/x'), manifest('ConfigMap', 'two/x'))],
        filePerObject({ template: '{kind}-{name}.yaml' }),
      ),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]?.title).toBe('the file `ConfigMap-x.yaml` is wanted by `a/0` and by `a/1`');
    expect(problems[0]?.help).toContain('{namespace}');
  });

  it('names every object that cannot be written', () => {
    const bad = (name: string): ReturnType<typeof manifest> => manifest('ConfigMap', name, { bad: NaN });
    const { problems } = renderErrorOf(() =>
      planOf([chart('a', bad('x'), manifest('ConfigMap', 'y')), chart('b', bad('z'))]),
    );
    expect(problems.map(({ title, objects, help }) => [title.slice(0, 17), objects[0]?.path, help])).toEqual([
      ['ConfigMap x: bad ', 'a/0', 'mend the value of `bad`'],
      ['ConfigMap z: bad ', 'b/0', 'mend the value of `bad`'],
    ]);
  });
});
