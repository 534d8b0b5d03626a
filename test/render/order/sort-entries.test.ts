import { entriesOf } from '../../../lib/render/entry';
import { sortEntries } from '../../../lib/render/order/sort-entries';
import { type RenderInput } from '../../../lib/render/render-input';
import { chart, manifest } from '../inputs';

const order = (...charts: RenderInput['charts']): string[] =>
  sortEntries(entriesOf({ charts })).map(({ ref }) => `${ref.kind}/${ref.name}`);

const made = (
  kind: string,
  name: string,
  path: string,
  dependsOn: string[] = [],
): RenderInput['charts'][number]['objects'][number] => ({
  object: manifest(kind, name),
  path,
  dependsOn,
});

describe('sortEntries', () => {
  it('sorts by install class, and keeps the given order within a class', () => {
    const kinds = ['Widget', 'Ingress', 'HorizontalPodAutoscaler', 'Deployment', 'Service', 'RoleBinding'];
    const given = [...kinds, 'Role', 'ConfigMap', 'Secret', 'ServiceAccount', 'LimitRange', 'StorageClass'];
    expect(order(chart('a', ...given.map((kind) => manifest(kind, 'x'))))).toEqual([
      'StorageClass/x',
      'LimitRange/x',
      'ServiceAccount/x',
      'ConfigMap/x',
      'Secret/x',
      'Role/x',
      'RoleBinding/x',
      'Service/x',
      'Deployment/x',
      'HorizontalPodAutoscaler/x',
      'Ingress/x',
      'Widget/x',
    ]);
  });

  it('ranks a custom kind with a built-in name as a custom kind', () => {
    const custom = { ...manifest('Ingress', 'x'), apiVersion: 'traefik.io/v1' };
    const service = { ...manifest('Service', 'x'), apiVersion: 'serving.knative.dev/v1' };
    expect(order(chart('a', service, custom, manifest('Ingress', 'y')))).toEqual([
      'Ingress/y',
      'Service/x',
      'Ingress/x',
    ]);
  });

  it('lets an explicit dependency win over the class', () => {
    expect(
      order(chart('a', made('ConfigMap', 'late', 'a/late', ['a/job']), made('Job', 'first', 'a/job'))),
    ).toEqual(['Job/first', 'ConfigMap/late']);
  });

  it('takes a dependency on a scope for one on all that is in it', () => {
    expect(
      order(
        chart('a', made('ConfigMap', 'late', 'a/late', ['b/group']), made('Secret', 's', 'a/s')),
        chart('b', made('Deployment', 'one', 'b/group/1'), made('Job', 'two', 'b/group/deep/2')),
        chart('c', made('Deployment', 'other', 'b/groups/1')),
      ),
    ).toEqual(['Secret/s', 'Deployment/one', 'Job/two', 'ConfigMap/late', 'Deployment/other']);
  });

  it('lets a need win over an explicit dependency that contradicts it', () => {
    // What cdk8s makes of a chart within a chart: the outer one depends on the inner one.
    const charts = [
      chart('outer', made('Namespace', 'shop', 'outer/ns', ['outer/inner'])),
      chart('inner', made('ConfigMap', 'shop/c', 'outer/inner/c'), made('Secret', 'shop/s', 'outer/inner/s')),
    ];
    expect(order(...charts)).toEqual(['Namespace/shop', 'ConfigMap/c', 'Secret/s']);
  });

  it('loses nothing to circles of dependencies', () => {
    expect(
      order(
        chart(
          'a',
          made('ConfigMap', 'x', 'a/x', ['a/y']),
          made('ConfigMap', 'y', 'a/y', ['a/x']),
          made('ConfigMap', 'self', 'a/self', ['a/self']),
          made('ConfigMap', 'in', 'a/in', ['a']),
        ),
      ).sort(),
    ).toEqual(['ConfigMap/in', 'ConfigMap/self', 'ConfigMap/x', 'ConfigMap/y']);
  });

  it('puts a service account before the secret that holds its token', () => {
    const token = {
      ...manifest('Secret', 'ops/token', { type: 'kubernetes.io/service-account-token' }),
      metadata: {
        name: 'token',
        namespace: 'ops',
        annotations: { 'kubernetes.io/service-account.name': 'bot' },
      },
    };
    const account = made('ServiceAccount', 'ops/bot', 'a/bot', ['a/late']);
    expect(
      order(chart('a', { object: token, path: 'a/token' }, account, made('Job', 'ops/j', 'a/late'))),
    ).toEqual(['Job/j', 'ServiceAccount/bot', 'Secret/token']);
  });

  it('visits a chain of charts once for each object and dependency', () => {
    // Every object of a chart depends on the chart before: 40 × 500 objects, 10 million pairs.
    const charts = Array.from({ length: 40 }, (_, c) =>
      chart(
        `c${String(c).padStart(2, '0')}`,
        ...Array.from({ length: 500 }, (__, o) => {
          const dependsOn = c === 39 ? [] : [`c${String(c + 1).padStart(2, '0')}`];
          return made('ConfigMap', `m${c}-${o}`, `c${String(c).padStart(2, '0')}/${o}`, dependsOn);
        }),
      ),
    );
    const sorted = order(...charts);
    expect(sorted).toHaveLength(20_000);
    expect([sorted[0], sorted[500], sorted.at(-1)]).toEqual([
      'ConfigMap/m39-0',
      'ConfigMap/m38-0',
      'ConfigMap/m0-499',
    ]);
  });
});
