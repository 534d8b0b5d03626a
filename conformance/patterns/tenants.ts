import { type App } from 'cdk8s';
import {
  type LimitOptions,
  type QuotaLimits,
  type QuotaOptions,
  type ResourceList,
  Tenant,
  type TenantProps,
} from '../../lib';
import { amounts } from './pods';
import { type Random } from './random';

/** Makes a tenant; throws as it does. */
export function tenant(r: Random, app: App): Tenant {
  return new Tenant(app, 'tenant', {
    name: r.odd('team-a', '', 'A', 'a.b', '1a', 'x'.repeat(63), 'x'.repeat(64), 'kube-system'),
    ...r.some<Omit<TenantProps, 'name' | 'patch'>>(
      {
        labels: () => ({ [r.odd('team', 'a b')]: r.odd('a', 'a b') }),
        namespaceLabels: () => ({ [r.odd('x', 'a b', 'kubernetes.io/metadata.name')]: r.odd('y', 'a b') }),
        annotations: () => ({ [r.odd('x', 'a b')]: 'y' }),
        quota: () => hard(r),
        quotas: () => ({ [r.odd('extra', '', 'A', 'a.b')]: quota(r) }),
        limits: () => limits(r),
        podSecurity: () =>
          r.odd<NonNullable<TenantProps['podSecurity']>>(
            'baseline',
            'privileged',
            false,
            {},
            { enforce: 'baseline', warn: 'restricted', audit: 'restricted', version: 'v1.28' },
            { enforce: 'baseline', version: 'v1.99' },
            { warn: 'restricted', version: 'v1.-1' },
            { warn: 'restricted', version: 'v1.1.5' },
            { version: 'latest' },
          ),
        network: () =>
          r.pick<NonNullable<TenantProps['network']>>(
            'default-deny',
            'open',
            { allowSameNamespace: true },
            {},
          ),
        serviceAccounts: () => ({
          [r.odd('ci', '', 'A', 'a.b', 'default')]: r.some({
            automountToken: () => false,
            imagePullSecrets: () => ['x'],
            annotations: () => ({ x: 'y' }),
          }),
        }),
        roles: () => ({
          [r.odd('dev', '', 'A', 'a:b', 'a/b', '..')]: r.pick<NonNullable<TenantProps['roles']>[string]>(
            { clusterRole: 'edit', subjects: [{ group: 'a' }] },
            { rules: { core: { pods: ['get'] } }, subjects: [{ serviceAccount: 'ci' }] },
            { rules: { core: { pods: ['get'] } } },
          ),
        }),
      },
      0.5,
    ),
  });
}

const hard = (r: Random): QuotaLimits =>
  r.some<Record<string, unknown>>(
    {
      pods: () => r.odd<unknown>(20, 0, 1.5, '1.5', '1k', '500m'),
      'requests.cpu': () => r.odd<unknown>(4, '500m', '1.0001'),
      'limits.memory': () => r.odd<unknown>('8Gi', 1.5, 0),
      cpu: () => 1,
      'requests.storage': () => '100Gi',
      'count/deployments.apps': () => r.odd<unknown>(10, 1.5),
      'count/widgets.example.com': () => 3,
      'services.loadbalancers': () => r.odd<unknown>(1, 0.5),
      'requests.nvidia.com/gpu': () => r.odd<unknown>(2, 0.5),
      'fast.storageclass.storage.k8s.io/requests.storage': () => '1Ti',
      'hugepages-2Mi': () => r.odd('4Mi', '3Mi'),
      'requests.hugepages-1Gi': () => '1Gi',
      'count/': () => r.odd(1, 2),
      'count/A b': () => 1,
      'hugepages-': () => 1,
      'requests.a/b/c': () => 1,
      'requests./x': () => 1,
      'requests.example.com/': () => 1,
      '.storageclass.storage.k8s.io/requests.storage': () => 1,
      'Fast.storageclass.storage.k8s.io/requests.storage': () => 1,
      'requests.hugepages-x': () => 1,
    },
    0.07,
  ) as QuotaLimits;

const quota = (r: Random): QuotaOptions => ({
  hard: r.odd<QuotaLimits>(
    { pods: 10 },
    hard(r),
    { 'requests.cpu': 1 },
    {},
    { 'count/pods': 5 },
    { 'requests.storage': '1Gi' },
    { configmaps: 1 },
    { 'requests.nvidia.com/gpu': 1 },
    { services: 1 },
    { 'limits.cpu': 1 },
  ),
  ...r.some<Omit<QuotaOptions, 'hard'>>(
    {
      scopes: () =>
        r.odd<NonNullable<QuotaOptions['scopes']>>(
          [
            r.pick(
              'BestEffort',
              'NotBestEffort',
              'Terminating',
              'NotTerminating',
              'CrossNamespacePodAffinity',
            ),
          ],
          [],
          ['BestEffort', 'NotBestEffort'],
          ['Terminating', 'NotTerminating'],
          ['BestEffort', 'Terminating'],
          ['BestEffort', 'BestEffort'],
        ),
      priorityClasses: () => r.odd<readonly string[]>(['high'], [], ['A b'], [''], ['a', 'a']),
    },
    0.5,
  ),
});

function limits(r: Random): LimitOptions {
  const list = (cpu: number, memory: number): ResourceList =>
    r.odd<ResourceList>(
      { cpu: `${cpu}m`, memory: `${memory}Mi` },
      { cpu: `${cpu}m` },
      { memory: 0 },
      amounts(r),
      {},
      { cpu: 100, memory: '100Gi' },
    );
  const bounds = () => ({
    min: () => list(100, 64),
    max: () => list(2000, 4096),
    maxLimitRequestRatio: () =>
      r.odd<NonNullable<NonNullable<LimitOptions['pod']>['maxLimitRequestRatio']>>(
        { cpu: 4 },
        { cpu: 0.5 },
        { cpu: 1 },
        { cpu: '1.5' },
        { memory: 100 },
        {},
        { cpu: 0 },
      ),
  });
  return r.some<LimitOptions>(
    {
      container: () =>
        r.some<NonNullable<LimitOptions['container']>>(
          { ...bounds(), default: () => list(500, 256), defaultRequest: () => list(200, 128) },
          0.5,
        ),
      pod: () => r.some<NonNullable<LimitOptions['pod']>>(bounds(), 0.5),
      claim: () =>
        r.odd<NonNullable<LimitOptions['claim']>>(
          { min: { storage: '1Gi' }, max: { storage: '10Gi' } },
          { min: { storage: '10Gi' }, max: { storage: '1Gi' } },
          { min: { storage: 0 } },
          { max: { storage: 0 } },
          { max: { storage: '1.5' } },
        ),
    },
    0.6,
  );
}
