import {
  type AllowFrom,
  type AllowTo,
  type AutoscaleOptions,
  type DisruptionBudgetOptions,
  type IngressOptions,
  type IngressPaths,
  type IntOrPercent,
  type JobOptions,
  type NetworkPeer,
  type NetworkPolicyOptions,
  type NetworkPort,
  type PatternOptions,
  type PodTemplateOptions,
  type RollingUpdateOptions,
  type RolloutOptions,
  type ServiceAccountOptions,
  type ServiceOptions,
} from '../../lib';
import { count, type PortName, pod } from './pods';
import { type Random } from './random';

export const part = (r: Random, usual: IntOrPercent): IntOrPercent =>
  r.odd(usual, 0, 1, '0%', '100%', '101%', '1.5%', -1, 1.5, 2 ** 31, '-5%', '007%');

/** What all patterns take. The name begins with `prefix`, so that no two patterns meet. */
export const pattern = (r: Random, prefix: string): PatternOptions => ({
  name: r.odd(
    prefix,
    `${prefix}.x`,
    `1${prefix}`,
    '',
    `${prefix}-`,
    prefix.toUpperCase(),
    prefix.padEnd(52, 'x'),
    prefix.padEnd(53, 'x'),
    prefix.padEnd(57, 'x'),
    prefix.padEnd(63, 'x'),
    prefix.padEnd(64, 'x'),
    prefix.padEnd(253, 'x'),
  ),
  ...r.some<Omit<PatternOptions, 'name' | 'namespace'>>({
    labels: () => ({ [r.odd('team', 'a b', 'example.com/team')]: r.odd('shop', '', 'a b', 'x'.repeat(64)) }),
    annotations: () => ({ [r.odd('example.com/a', 'a b', 'A/b')]: r.odd('x', '', 'a\nb') }),
    defaults: () => r.pick('secure', 'none'),
  }),
});

export const serviceAccount = (r: Random): string | ServiceAccountOptions =>
  r.chance(0.3)
    ? r.odd('default', '', 'A b')
    : r.some<ServiceAccountOptions>(
        {
          name: () => r.odd('sa', '', 'A b', 'a.b'),
          labels: () => ({ x: 'y' }),
          annotations: () => ({ x: 'y' }),
          automountToken: () => r.chance(0.5),
          imagePullSecrets: () => r.odd<readonly string[]>(['registry'], [''], []),
          rules: () => ({ core: { pods: ['get'], configmaps: { verbs: ['get'], names: ['x'] } } }),
          customRules: () =>
            r.odd(
              [{ apiGroups: ['example.com'], resources: ['things'], verbs: ['*'] }],
              [{ apiGroups: [''], resources: ['pods'], verbs: [] }],
              [{ nonResourceURLs: ['/healthz'], verbs: ['get'] }],
            ),
        },
        0.3,
      );

export const template = (
  r: Random,
  options: { readonly claims?: boolean; readonly served?: boolean } = {},
): PodTemplateOptions<PortName> => ({
  ...pod(r, options.claims, options.served),
  ...r.some({ serviceAccount: () => serviceAccount(r) }),
});

export const rollout = (r: Random): RolloutOptions =>
  r.some<RolloutOptions>({
    strategy: () =>
      r.pick<NonNullable<RolloutOptions['strategy']>>(
        'Recreate',
        'RollingUpdate',
        r.some<RollingUpdateOptions>(
          { maxSurge: () => part(r, '25%'), maxUnavailable: () => part(r, 1) },
          0.6,
        ),
      ),
    minReadySeconds: () => r.odd(5, 600, 599, -1, 1.5),
    revisionHistoryLimit: () => count(r, 3),
    progressDeadlineSeconds: () => r.odd(300, 5, 0, -1, 1.5, 2 ** 31 - 1),
    paused: () => true,
    changeCause: () => r.odd('release', '', 'a\nb', 'x'.repeat(300_000)),
  });

export const selector = (r: Random): Record<string, string> =>
  r.odd({ app: 'web' }, {}, { app: '' }, { app: 'a b' }, { 'a b': 'c' }, { app: 'x'.repeat(64) });

export const budget = (r: Random): DisruptionBudgetOptions => ({
  ...r.some({ unhealthyPodEvictionPolicy: () => r.pick('IfHealthyBudget', 'AlwaysAllow') }),
  ...(r.chance(0.5) ? { minAvailable: part(r, 1) } : { maxUnavailable: part(r, '25%') }),
});

export function autoscale(r: Random): AutoscaleOptions {
  return {
    max: r.odd(10, 1, 0, 2 ** 31, 1.5),
    ...r.some<Omit<AutoscaleOptions, 'max'>>(
      {
        min: () => r.odd(2, 0, 1, -1, 11),
        cpu: () =>
          r.odd<NonNullable<AutoscaleOptions['cpu']>>(
            '70%',
            { averageValue: '500m' },
            { averageValue: 0 },
            '0%',
            '150%',
            '99999999999%',
            '1.5%',
            '070%',
          ),
        memory: () =>
          r.odd<NonNullable<AutoscaleOptions['memory']>>(
            '80%',
            { averageValue: '1Gi' },
            { averageValue: '0' },
          ),
        metrics: () => [
          {
            type: 'Pods',
            pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '10' } },
          },
        ],
        behavior: () => ({ scaleDown: { stabilizationWindowSeconds: 60 } }),
      },
      0.4,
    ),
  };
}

export const peer = (r: Random): NetworkPeer =>
  r.pick<() => NetworkPeer>(
    () => 'anyone',
    () => 'same-namespace',
    () => ({
      namespace: r.odd('other', '', 'A b', 'a.b', 'x'.repeat(64)),
      ...r.some({ pods: () => selector(r) }),
    }),
    () => ({ namespaceLabels: selector(r), ...r.some({ pods: () => selector(r) }) }),
    () => ({ pods: selector(r) }),
    () => ({
      cidr: r.odd(
        '10.0.0.0/8',
        '10.0.0.0',
        '',
        '10.0.0.1/8',
        '::/0',
        '010.0.0.0/8',
        '10.0.0.0/33',
        'fd00::/8',
      ),
      ...r.some({
        except: () =>
          r.odd<readonly string[]>(
            ['10.1.0.0/16'],
            [],
            ['11.0.0.0/16'],
            ['10.0.0.0/8'],
            ['x'],
            ['10.1.0.1/16'],
            ['fd00::/16'],
          ),
      }),
    }),
  )();

export const networkPolicy = (r: Random, names: readonly PortName[]): NetworkPolicyOptions<PortName> =>
  r.some<NetworkPolicyOptions<PortName>>(
    {
      allowFrom: () =>
        r.list(0, 3, (): NetworkPeer | AllowFrom<PortName> =>
          r.chance(0.5)
            ? peer(r)
            : { peers: r.list(1, 2, () => peer(r)), ...r.some({ ports: () => [...names] }) },
        ),
      allowTo: () =>
        r.list(0, 3, (): NetworkPeer | AllowTo =>
          r.chance(0.5)
            ? peer(r)
            : {
                peers: r.list(1, 2, () => peer(r)),
                ...r.some({
                  ports: () =>
                    r.list(1, 2, () =>
                      r.odd<NetworkPort>(
                        443,
                        0,
                        65536,
                        1.5,
                        { port: 'https' },
                        { port: '' },
                        { port: 'Bad_Name' },
                        { port: 'x'.repeat(16) },
                        { port: 100, endPort: 200 },
                        { port: 200, endPort: 100 },
                        { port: 'https', endPort: 100 },
                        { port: 1, endPort: 70000 },
                        { port: 53, protocol: 'UDP' },
                        { port: 0, endPort: 5 },
                      ),
                    ),
                }),
              },
        ),
      dns: () => r.chance(0.5),
    },
    0.6,
  );

export function service(r: Random): ServiceOptions {
  const any = r.some<Omit<Extract<ServiceOptions, { type: 'Headless' }>, 'type'>>({
    name: () => r.odd('svc', '', '1svc', 'a.b', 'A', 'x'.repeat(63), 'x'.repeat(64)),
    labels: () => ({ x: 'y' }),
    annotations: () => ({ x: 'y' }),
    sessionAffinity: () =>
      r.odd<NonNullable<ServiceOptions['sessionAffinity']>>(
        'ClientIP',
        'None',
        { timeoutSeconds: 60 },
        { timeoutSeconds: 0 },
        { timeoutSeconds: 86400 },
        { timeoutSeconds: 86401 },
        { timeoutSeconds: 1.5 },
      ),
    internalTrafficPolicy: () => r.pick('Cluster', 'Local'),
    // The judge has IPv4 only.
    ipFamilyPolicy: () => r.pick('SingleStack', 'PreferDualStack'),
    ipFamilies: () => r.odd<readonly ('IPv4' | 'IPv6')[]>(['IPv4'], ['IPv4', 'IPv4']),
    publishNotReadyAddresses: () => true,
    externalIPs: () =>
      r.odd<readonly string[]>(
        ['192.0.2.1'],
        [],
        [''],
        ['127.0.0.1'],
        ['0.0.0.0'],
        ['a'],
        ['169.254.1.1'],
        ['224.0.0.1'],
        ['192.0.2.01'],
        ['192.0.2.1', '192.0.2.1'],
        ['fd00::1'],
      ),
  });
  const exposed = (): object =>
    r.some({
      clusterIP: () => r.odd('10.96.7.7', '', 'None', 'x'),
      externalTrafficPolicy: () => r.pick('Cluster', 'Local'),
    });
  return r.pick<() => ServiceOptions>(
    () => ({
      ...any,
      ...r.some({
        type: () => 'ClusterIP' as const,
        clusterIP: () => r.odd('10.96.7.7', '', 'None', 'x', '010.096.1.1'),
      }),
    }),
    () => ({ ...any, type: 'Headless' }),
    () => ({ ...any, ...exposed(), type: 'NodePort' }),
    () => ({
      ...any,
      ...exposed(),
      type: 'LoadBalancer',
      ...r.some({
        loadBalancerClass: () => r.odd('example.com/lb', '', 'a b', 'plain', 'Upper.com/x'),
        loadBalancerSourceRanges: () =>
          r.odd<readonly string[]>(['10.0.0.0/8'], [], [''], ['10.0.0.1'], ['10.0.0.1/8'], [' 10.0.0.0/8 ']),
        allocateLoadBalancerNodePorts: () => r.chance(0.5),
        healthCheckNodePort: () => r.odd(31000, 80, 0, -1, 70000),
      }),
    }),
  )();
}

export function ingress<B>(r: Random, backend: () => B): IngressOptions<B> {
  const host = (): string =>
    r.odd(
      `${r.pick('a', 'b', 'c')}.example.com`,
      '*',
      '*.example.com',
      '',
      'A.example.com',
      '10.0.0.1',
      'a_b.example.com',
      '*.*.com',
      'x',
      `${'x'.repeat(64)}.com`,
      'a.*.com',
      'a.example.com.',
      'a:80',
      'fd00::1',
    );
  const path = (): `/${string}` =>
    r.odd(
      `/${r.pick('', 'a', 'b/c')}`,
      '//',
      '/a//b',
      '/./a',
      '/../a',
      '/a/..',
      '/a/.',
      '/%2f',
      '/%2F',
      '/a%2fb',
      '/(.*)',
      '/a b',
      '/ä',
      '/a?b=c',
      '/.',
      '/..',
    );
  const paths = (): IngressPaths<B> =>
    Object.fromEntries(
      r.list(1, 3, () => [
        path(),
        r.chance(0.5)
          ? backend()
          : {
              backend: backend(),
              ...r.some({ pathType: () => r.pick('Prefix', 'Exact', 'ImplementationSpecific') }, 0.6),
            },
      ]),
    );
  return {
    hosts: Object.fromEntries(r.list(r.odd(1, 0), 2, () => [host(), r.chance(0.3) ? backend() : paths()])),
    ...r.some<Omit<IngressOptions<B>, 'hosts'>>({
      className: () => r.odd('nginx', '', 'A b', 'a.b'),
      tls: () =>
        r.odd<NonNullable<IngressOptions<B>['tls']>>(
          'tls',
          '',
          'A b',
          'a.b',
          [],
          [{ secret: 'x' }],
          [{ secret: { name: 'x' }, hosts: ['a.example.com', '*.example.com'] }],
          [{ secret: 'x', hosts: ['A b'] }],
          [{ secret: 'x', hosts: [''] }],
          [{ secret: 'x', hosts: ['*'] }],
          [{ secret: 'x', hosts: [] }],
        ),
      defaultBackend: backend as () => Exclude<B, undefined>,
      name: () => r.odd('ing', '', 'A b', 'a.b'),
      labels: () => ({ x: 'y' }),
      annotations: () => ({ x: 'y' }),
    }),
  };
}

export const job = (r: Random): JobOptions<PortName> => ({
  ...template(r),
  ...r.some<Omit<JobOptions<PortName>, keyof PodTemplateOptions<PortName>>>({
    completions: () => r.odd(5, 0, 1, 100_001, -1, 2 ** 31),
    parallelism: () => r.odd(2, 0, 100_001, -1),
    indexed: () => r.chance(0.7),
    backoffLimit: () => count(r, 3),
    backoffLimitPerIndex: () => count(r, 2),
    maxFailedIndexes: () => r.odd(2, 0, 6, 100_001, -1),
    activeDeadlineSeconds: () => count(r, 600),
    ttlSecondsAfterFinished: () => count(r, 60),
    restartPolicy: () => r.pick('OnFailure', 'Never'),
    podReplacementPolicy: () => r.pick('TerminatingOrFailed', 'Failed'),
    podFailurePolicy: () => ({
      rules: [
        {
          action: 'FailJob',
          onExitCodes: { operator: 'In', values: [1, 42] },
          onPodConditions: undefined as never,
        },
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
      ],
    }),
    suspend: () => true,
  }),
});
