import { type Chart } from 'cdk8s';
import {
  type AccessMode,
  AppConfig,
  AppSecret,
  BatchJob,
  BlueGreen,
  Canary,
  ClusterRoleGrant,
  ExternalService,
  type ExternalServiceProps,
  NodeAgent,
  type NodeAgentProps,
  RegistryCredentials,
  ReplicaGroup,
  type ReplicaGroupProps,
  RoleGrant,
  ScheduledJob,
  SharedIngress,
  SharedService,
  SinglePod,
  StatefulService,
  type StatefulServiceProps,
  StaticVolume,
  type StaticVolumeProps,
  StorageClass,
  type StorageClassProps,
  type Subject,
  type TrackOptions,
  type TrafficSplit,
  VolumeClaim,
  type VolumeClaimProps,
  type VolumeSource,
  WebService,
  Worker,
} from '../../lib';
import {
  autoscale,
  budget,
  ingress,
  job,
  networkPolicy,
  part,
  pattern,
  rollout,
  selector,
  service,
  template,
} from './parts';
import { count, type PortName, ports } from './pods';
import { type Random } from './random';
import { claim } from './volumes';

const replicas = (r: Random): { replicas?: number } | { autoscale: ReturnType<typeof autoscale> } =>
  r.chance(0.3) ? { autoscale: autoscale(r) } : r.some({ replicas: () => r.odd(3, 0, -1, 1.5, 2 ** 31) });

const names = (of: { readonly ports?: object }): PortName[] => Object.keys(of.ports ?? {}) as PortName[];

const track = (r: Random): TrackOptions<PortName> => ({
  image: 'ghcr.io/acme/app:2.0',
  ...r.some({ env: () => ({ COLOR: 'x' }), podLabels: () => ({ color: 'x' }), args: () => ['--new'] }),
});

const subjects = (r: Random): Subject[] =>
  r.list(1, 2, () =>
    r.pick<Subject>(
      { serviceAccount: r.odd('default', '', 'A b', 'a.b'), namespace: r.odd('default', '', 'A b') },
      { serviceAccount: 'default' },
      { user: r.odd('jane@example.com', '', 'a b') },
      { group: r.odd('devs', '', 'system:masters') },
    ),
  );

/** Makes one pattern in a chart; throws a PropertyError as the pattern does. */
export type Maker = (r: Random, chart: Chart) => void;

export const makers: Readonly<Record<string, Maker>> = {
  WebService(r, chart) {
    const pods = template(r, { served: true });
    const own = names(pods);
    new WebService<PortName>(chart, 'web', {
      ...pattern(r, 'web'),
      ...pods,
      ...rollout(r),
      ...replicas(r),
      ...r.some(
        {
          selector: () => selector(r),
          service: () => service(r),
          ingress: () => ingress(r, () => r.pick(...(own as [PortName]))),
          disruptionBudget: () => budget(r),
          networkPolicy: () => networkPolicy(r, own),
        },
        0.4,
      ),
    });
  },
  Worker(r, chart) {
    const pods = template(r);
    new Worker<PortName>(chart, 'worker', {
      ...pattern(r, 'worker'),
      ...pods,
      ...rollout(r),
      ...replicas(r),
      ...r.some(
        {
          selector: () => selector(r),
          disruptionBudget: () => budget(r),
          networkPolicy: () => networkPolicy(r, names(pods)),
        },
        0.3,
      ),
    });
  },
  BlueGreen(r, chart) {
    const { image: _image, ...pods } = template(r, { served: true });
    const own = names(pods);
    new BlueGreen<PortName>(chart, 'bg', {
      ...pattern(r, 'bg'),
      ...pods,
      ...rollout(r),
      ...replicas(r),
      live: r.pick('blue', 'green'),
      blue: track(r),
      green: track(r),
      ...r.some(
        {
          idle: () => r.odd<'warm' | 'scaled-to-zero' | number>('scaled-to-zero', 'warm', 0, 1, -1, 1.5),
          service: () => service(r),
          preview: () => r.odd<true | ReturnType<typeof service>>(true, service(r)),
          ingress: () => ingress(r, () => r.pick(...(own as [PortName]))),
          disruptionBudget: () => budget(r),
          networkPolicy: () => networkPolicy(r, own),
        },
        0.3,
      ),
    });
  },
  Canary(r, chart) {
    const { image: _image, ...pods } = template(r, { served: true });
    const own = names(pods);
    const weight = (): number => r.odd(20, 0, 100, 101, -1, 1.5);
    const traffic = r.pick<() => TrafficSplit<PortName>>(
      () => ({
        by: 'replicas',
        share: r.odd('20%', '0%', '100%', '101%', '1.5%'),
        ...r.some({
          sticky: () =>
            r.odd<true | { timeoutSeconds: number }>(true, { timeoutSeconds: 60 }, { timeoutSeconds: 0 }),
        }),
      }),
      () => ({
        by: 'ingress-nginx',
        ingress: ingress(r, () => r.pick(...(own as [PortName]))),
        weight: weight(),
        ...r.some({
          header: () =>
            r.odd<string | { name: string; value: string }>('x-canary', { name: 'x', value: 'y' }, ''),
          cookie: () => r.odd('canary', '', 'a b'),
          sticky: () => ({ cookie: 'x', ...r.some({ maxAgeSeconds: () => count(r, 60) }) }),
        }),
      }),
      () => ({
        by: 'gateway',
        gateways: [{ name: 'gw' }],
        port: r.pick(...(own as [PortName])),
        weight: weight(),
      }),
    )();
    new Canary<PortName>(chart, 'canary', {
      ...pattern(r, 'canary'),
      ...pods,
      ...rollout(r),
      stable: track(r),
      canary: { ...track(r), ...(traffic.by !== 'replicas' && r.some({ replicas: () => count(r, 1) })) },
      replicas: r.odd(10, 0, 1, -1, 1.5),
      traffic,
      ...r.some(
        {
          service: () => service(r),
          disruptionBudget: () => budget(r),
          networkPolicy: () => networkPolicy(r, own),
        },
        0.3,
      ),
    });
  },
  StatefulService(r, chart) {
    const pods = template(r, { claims: true, served: r.chance(0.8) });
    new StatefulService<PortName>(chart, 'db', {
      ...pattern(r, 'db'),
      ...pods,
      ...replicas(r),
      ...r.some<Partial<StatefulServiceProps<PortName>>>(
        {
          selector: () => selector(r),
          clientService: () => service(r),
          podManagementPolicy: () => r.pick('OrderedReady', 'Parallel'),
          update: () =>
            r.odd<NonNullable<StatefulServiceProps<PortName>['update']>>(
              { partition: count(r, 1) },
              'OnDelete',
              { maxUnavailable: part(r, 1) },
              {},
            ),
          claimRetention: () =>
            r.some(
              { whenDeleted: () => r.pick('Retain', 'Delete'), whenScaled: () => r.pick('Retain', 'Delete') },
              0.6,
            ),
          firstOrdinal: () => count(r, 1),
          minReadySeconds: () => count(r, 5),
          revisionHistoryLimit: () => count(r, 5),
          changeCause: () => 'x',
          disruptionBudget: () => budget(r),
          networkPolicy: () => networkPolicy(r, names(pods)),
        } as never,
        0.25,
      ),
    } as StatefulServiceProps<PortName>);
  },
  NodeAgent(r, chart) {
    const pods = template(r);
    new NodeAgent<PortName>(chart, 'agent', {
      ...pattern(r, 'agent'),
      ...pods,
      ...r.some<Partial<NodeAgentProps<PortName>>>(
        {
          selector: () => selector(r),
          update: () =>
            r.odd<NonNullable<NodeAgentProps<PortName>['update']>>(
              { maxUnavailable: part(r, 1) },
              'OnDelete',
              { maxSurge: part(r, 1), maxUnavailable: 0 },
              {},
            ),
          minReadySeconds: () => count(r, 5),
          revisionHistoryLimit: () => count(r, 5),
          changeCause: () => 'x',
          networkPolicy: () => networkPolicy(r, names(pods)),
        } as never,
        0.25,
      ),
    });
  },
  ReplicaGroup(r, chart) {
    new ReplicaGroup<PortName>(chart, 'group', {
      ...pattern(r, 'group'),
      ...template(r),
      ...replicas(r),
      ...r.some<Partial<ReplicaGroupProps<PortName>>>(
        {
          kind: () => r.pick('ReplicaSet', 'ReplicationController'),
          selector: () => selector(r),
          matchExpressions: () => [
            { key: r.odd('tier', 'a b'), operator: 'NotIn', values: [r.odd('x', 'a b')] },
          ],
          minReadySeconds: () => count(r, 5),
          disruptionBudget: () => budget(r),
        } as never,
        0.25,
      ),
    } as ReplicaGroupProps<PortName>);
  },
  SinglePod(r, chart) {
    // It has to be that of the PriorityClass, which the server looks up for pods alone.
    const { preemptionPolicy: _policy, ...pods } = template(r);
    new SinglePod<PortName>(chart, 'pod', {
      ...pattern(r, 'pod'),
      ...pods,
      ...r.some({
        restartPolicy: () => r.pick('Always', 'OnFailure', 'Never'),
        activeDeadlineSeconds: () => count(r, 60),
      }),
    });
  },
  BatchJob(r, chart) {
    new BatchJob<PortName>(chart, 'job', {
      ...pattern(r, 'job'),
      ...job(r),
      ...r.some({ nameByContent: () => true }),
    });
  },
  ScheduledJob(r, chart) {
    new ScheduledJob<string, PortName>(chart, 'cron', {
      ...pattern(r, 'cron'),
      ...job(r),
      schedule: r.odd<string>(
        '30 3 * * *',
        '@daily',
        '@every 1h',
        '@every 1ms',
        '@every 0s',
        '@every -1h',
        '0 0 31 2 *',
        '60 * * * *',
        '* * * *',
        '',
        'TZ=UTC 0 0 * * *',
        '0 0 * * mon-fri',
        '0 0 * * 7',
        '? ? ? ? ?',
        '*/0 * * * *',
        '5-1 * * * *',
        '1,,2 * * * *',
        '@reboot',
        '\t0 0 * * * ',
      ),
      ...r.some({
        timeZone: () =>
          r.odd(
            'Europe/Berlin',
            '',
            'Local',
            'europe/berlin',
            'Nowhere/Land',
            'UTC',
            'EST5EDT',
            'Asia/Calcutta',
            ' UTC',
          ),
        concurrencyPolicy: () => r.pick('Allow', 'Forbid', 'Replace'),
        startingDeadlineSeconds: () => count(r, 100),
        successfulJobsHistoryLimit: () => count(r, 1),
        failedJobsHistoryLimit: () => count(r, 1),
      }),
    });
  },
  AppConfig(r, chart) {
    new AppConfig<string>(chart, 'config', {
      ...pattern(r, 'config'),
      ...r.some(
        {
          data: () => ({
            [r.odd('a.properties', '', 'a b', '..', '.', '..a', 'x'.repeat(253), 'x'.repeat(254), 'é')]:
              r.odd('x', '', 'ä\u0000', 'x'.repeat(1_048_576), 'x'.repeat(1_048_560)),
          }),
          immutable: () => r.chance(0.5),
          nameByContent: () => r.chance(0.5),
        },
        0.5,
      ),
    });
  },
  AppSecret(r, chart) {
    new AppSecret<string>(chart, 'secret', {
      ...pattern(r, 'secret'),
      ...r.some(
        {
          insecurePlainText: () =>
            r.odd<Record<string, string>>(
              { a: 'b' },
              { username: 'x', password: 'y' },
              { 'ssh-privatekey': 'x' },
              { 'tls.crt': 'x', 'tls.key': 'y' },
              { '': 'x' },
              { a: 'x'.repeat(1_048_576) },
            ),
          type: () =>
            r.odd<string>(
              'Opaque',
              'kubernetes.io/basic-auth',
              'kubernetes.io/ssh-auth',
              'kubernetes.io/tls',
              'kubernetes.io/service-account-token',
              'example.com/x',
              '',
              'a b',
              'kubernetes.io/dockerconfigjson',
              'bootstrap.kubernetes.io/token',
            ),
          immutable: () => r.chance(0.5),
          nameByContent: () => r.chance(0.5),
        },
        0.5,
      ),
    });
  },
  RegistryCredentials(r, chart) {
    new RegistryCredentials(chart, 'registry', {
      ...pattern(r, 'registry'),
      insecurePlainText: r.odd(
        { 'ghcr.io': { username: 'a', password: 'b' } },
        {},
        { '': { username: '', password: '' } },
      ),
    });
  },
  StorageClass(r, chart) {
    const made = new StorageClass(chart, 'class', {
      ...pattern(r, 'class'),
      provisioner: r.odd(
        'ebs.csi.aws.com',
        'kubernetes.io/no-provisioner',
        '',
        'a b',
        'Upper.com/x',
        'a/b/c',
      ),
      ...r.some<Omit<StorageClassProps, 'provisioner' | keyof ReturnType<typeof pattern>>>({
        parameters: () =>
          r.odd<Record<string, string>>(
            { type: 'gp3' },
            {},
            { '': 'x' },
            { a: '' },
            { a: 'x'.repeat(300_000) },
          ),
        reclaimPolicy: () => r.pick('Delete', 'Retain'),
        volumeBindingMode: () => r.pick('Immediate', 'WaitForFirstConsumer'),
        allowVolumeExpansion: () => true,
        mountOptions: () => r.odd<readonly string[]>(['noatime'], [], ['']),
        allowedTopologies: () => [
          { matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['a'] }] },
        ],
        default: () => r.chance(0.5),
      } as never),
    });
    if (r.chance(0.5)) made.claim(chart, 'claim', { accessModes: ['ReadWriteOnce'], storage: '1Gi' });
  },
  StaticVolume(r, chart) {
    const source = r.odd<VolumeSource>(
      { nfs: { server: 'files.example.com', path: '/export' } },
      { hostPath: { path: '/data' } },
      { hostPath: { path: '/' } },
      { local: { path: '/mnt/disk' } },
      { csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1', fsType: 'ext4' } },
    );
    const made = new StaticVolume<AccessMode>(chart, 'pv', {
      ...pattern(r, 'pv'),
      capacity: r.odd('10Gi', 0, '0', '1.5', '1m' as '1'),
      accessModes: r.odd<readonly AccessMode[]>(
        ['ReadWriteMany'],
        [],
        ['ReadWriteOncePod'],
        ['ReadWriteOnce', 'ReadWriteOncePod'],
        ['ReadOnlyMany', 'ReadOnlyMany'],
      ),
      source,
      ...r.some<
        Pick<
          StaticVolumeProps<AccessMode>,
          'storageClass' | 'reclaimPolicy' | 'volumeMode' | 'mountOptions' | 'nodes'
        >
      >(
        {
          storageClass: () => r.odd('fast', '', 'A b'),
          reclaimPolicy: () => r.odd('Retain', 'Delete', 'Recycle'),
          volumeMode: () => r.pick('Filesystem', 'Block'),
          mountOptions: () => ['hard'],
          nodes: () =>
            r.odd<Record<string, readonly string[]>>(
              { 'kubernetes.io/hostname': ['a', 'b'] },
              {},
              { x: [] },
              { 'a b': ['x'] },
              { x: ['a b'] },
              { x: [''] },
            ),
        },
        0.3,
      ),
    });
    if (r.chance(0.7)) {
      made.claim(
        chart,
        'claim',
        r.some({
          storage: () => r.odd('5Gi', '20Gi', 0, '10Gi'),
          accessModes: () => r.odd<readonly AccessMode[]>(['ReadWriteMany'], []),
        }),
      );
    }
  },
  VolumeClaim(r, chart) {
    const { labels: _labels, annotations: _annotations, accessModes, ...rest } = claim(r);
    new VolumeClaim(chart, 'pvc', {
      ...pattern(r, 'pvc'),
      ...rest,
      accessModes: accessModes ?? ['ReadWriteOnce'],
      ...r.some<Pick<VolumeClaimProps, 'selector' | 'volumeName' | 'dataSource'>>({
        selector: () => ({ matchLabels: { x: 'y' } }),
        volumeName: () => r.odd('pv', '', 'A b'),
        dataSource: () =>
          r.odd(
            { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'x' },
            { kind: 'PersistentVolumeClaim', name: 'x' },
          ),
      }),
    });
  },
  ExternalService(r, chart) {
    const portMap = {
      http: r.odd<number | { port: number; targetPort?: number; appProtocol?: string }>(
        80,
        0,
        65536,
        { port: 80, targetPort: 8080 },
        { port: 80, appProtocol: 'a b' },
        { port: 80, appProtocol: '' },
      ),
    };
    new ExternalService(chart, 'ext', {
      ...pattern(r, 'ext'),
      ...r.pick<() => object>(
        () => ({
          externalName: r.odd(
            'blog.example.com',
            'blog.example.com.',
            '',
            'A.example.com',
            '10.0.0.1',
            'a_b.example.com',
            'x'.repeat(254),
            '*.example.com',
          ),
          ...r.some({ ports: () => portMap }),
        }),
        () => ({
          addresses: r.odd<readonly string[]>(
            ['192.0.2.10'],
            [],
            ['127.0.0.1'],
            ['::1'],
            ['169.254.0.1'],
            ['fe80::1'],
            ['224.0.0.1'],
            ['ff02::1'],
            ['0.0.0.0'],
            ['::'],
            ['192.0.2.1', 'fd00::1'],
            ['192.0.2.010'],
            ['fd00::1'],
            ['::ffff:192.0.2.1'],
            ['192.0.2.1', '192.0.2.1'],
            ['fe80::1%eth0'],
          ),
          ports: r.odd<object>(
            portMap,
            {},
            { http: 80, https: 80 },
            { 'x-y': 80 },
            { ['x'.repeat(16)]: 80 },
            { ['x'.repeat(63)]: 80 },
            { '8080': 80 },
            { Upper: 80 },
          ),
          ...r.some({
            kind: () => r.pick('EndpointSlice', 'Endpoints'),
            sessionAffinity: () => r.pick('ClientIP', 'None'),
          }),
        }),
      )(),
    } as ExternalServiceProps<string>);
  },
  SharedService(r, chart) {
    const own = { ...ports(r), http: 8080 };
    const common = { labels: { 'app.kubernetes.io/part-of': 'x' }, ports: own };
    const a = new Worker<PortName>(chart, 'a', { image: 'a:1', ...common });
    const b = new SinglePod<PortName>(chart, 'b', { image: 'a:1', ...common });
    const shared = new SharedService<PortName>(chart, 'shared', {
      ...pattern(r, 'shared'),
      pods: r.chance(0.5) ? [a, b] : [a],
      ...r.some({ service: () => service(r), ports: () => ({ http: r.odd(80, 0, 65536) }) }, 0.4),
    });
    if (r.chance(0.5)) {
      const {
        name: _name,
        labels: _labels,
        annotations: _annotations,
        ...routes
      } = ingress(r, () => shared.port('http'));
      new SharedIngress(chart, 'ingress', { ...pattern(r, 'ingress'), ...routes });
    }
  },
  RoleGrant(r, chart) {
    new RoleGrant(chart, 'role', {
      ...pattern(r, 'role'),
      ...(r.chance(0.3)
        ? { clusterRole: r.odd<string>('view', '', 'system:node', 'a/b', 'a b'), subjects: subjects(r) }
        : {
            rules: r.odd(
              {
                core: { pods: ['get', 'list'], 'pods/log': ['get'] },
                apps: { deployments: { verbs: ['get'], names: ['x'] } },
              } as const,
              {},
              { core: { pods: [] } },
            ),
            ...r.some(
              {
                customRules: () =>
                  r.odd(
                    [{ apiGroups: ['example.com'], resources: ['things'], verbs: ['get'] }],
                    [{ verbs: ['get'] }],
                    [{ apiGroups: [''], resources: ['pods'], verbs: [] }],
                    [{ nonResourceURLs: ['/x'], verbs: ['get'] }],
                  ),
                subjects: () => subjects(r),
              },
              0.5,
            ),
          }),
    });
  },
  ClusterRoleGrant(r, chart) {
    new ClusterRoleGrant(chart, 'cluster-role', {
      ...pattern(r, 'cluster-role'),
      ...r.some(
        {
          rules: () => ({ core: { nodes: ['get', 'list'], namespaces: ['list'] } }) as const,
          customRules: () => r.odd([{ nonResourceURLs: ['/metrics'], verbs: ['get'] }], [{ verbs: [] }]),
          subjects: () => subjects(r),
        },
        0.6,
      ),
    });
  },
};
