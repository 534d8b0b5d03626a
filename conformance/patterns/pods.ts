import {
  AppConfig,
  AppSecret,
  type BaseContainerOptions,
  type ContainerOptions,
  type EnvValue,
  type InitContainerOptions,
  type Lifecycle,
  type PodOptions,
  podField,
  type Port,
  type PortOptions,
  type Ports,
  type ProbeHandler,
  type ProbeTiming,
  type ReadinessProbe,
  resourceField,
  type ResourceList,
  type Resources,
  type RestartProbe,
  type TopologySpread,
  type Toleration,
  type AntiAffinityOptions,
} from '../../lib';
import { type Random } from './random';
import { mounts } from './volumes';

/** The names that all ports of all generated pods have. */
export type PortName = 'http' | 'grpc' | 'metrics' | 'udp';
export const PORT_NAMES: readonly PortName[] = ['http', 'grpc', 'metrics', 'udp'];

/** What a count of something may be written as. */
export const count = (r: Random, usual: number): number =>
  r.odd(usual, 0, 1, -1, 1.5, 2 ** 31 - 1, 2 ** 31, 1e21);

const text = (r: Random, usual: string): string =>
  r.odd(usual, '', ' ', ' x', 'x ', 'Ünïcode', 'a\nb', '$(X)');

export function ports(r: Random, names: readonly PortName[] = PORT_NAMES, base = 8000): Ports<PortName> {
  return r.record(names, (name): Port => {
    const number = r.odd(base + PORT_NAMES.indexOf(name), 1, 65535, base);
    if (r.chance(0.6)) return number;
    return {
      containerPort: number,
      ...r.some<PortOptions>({
        containerPort: () => number,
        servicePort: () => r.odd<number | false>(number - 7000, false, 80, 65535),
        protocol: () => r.pick('TCP', 'UDP', 'SCTP'),
        appProtocol: () => r.odd('http', 'kubernetes.io/h2c', '', 'a b', 'x'.repeat(64), 'Example.com/H2'),
        nodePort: () => r.odd(30000 + number - 8000 + r.int(0, 9) * 100, 80, 29999, 32768, 30080),
        hostPort: () => r.odd(number, 80, 0),
      }),
    };
  });
}

function handler(r: Random, names: readonly PortName[]): ProbeHandler<PortName> {
  const port = (): PortName | number =>
    r.chance(0.7) && names[0] !== undefined ? r.pick(...(names as [PortName])) : r.odd(8000, 0, 65536, 1.5);
  return r.pick<() => ProbeHandler<PortName>>(
    () => ({
      httpGet: {
        port: port(),
        ...r.some({
          path: () => r.odd('/ready', '', 'ready', '/a b', '/x?y=z'),
          scheme: () => r.pick('HTTP', 'HTTPS'),
          host: () => r.odd('localhost', '', '10.0.0.1', 'a b'),
          headers: () => ({ [r.odd('X-Probe', 'Host', '', 'a b', 'ä', 'x_y')]: text(r, 'yes') }),
        }),
      },
    }),
    () => ({ exec: r.odd<readonly string[]>(['true'], [], [''], ['sh', '-c', 'a\nb']) }),
    () => ({ tcpSocket: port() }),
    () => ({ grpc: { port: port(), ...r.some({ service: () => text(r, 'health') }) } }),
  )();
}

const timing = (r: Random): ProbeTiming =>
  r.some<ProbeTiming>({
    initialDelaySeconds: () => count(r, 5),
    periodSeconds: () => count(r, 10),
    timeoutSeconds: () => count(r, 2),
    failureThreshold: () => count(r, 3),
  });

export const readinessProbe = (r: Random, names: readonly PortName[]): ReadinessProbe<PortName> => ({
  ...handler(r, names),
  ...timing(r),
  ...r.some({ successThreshold: () => count(r, 2) }),
});

export const restartProbe = (r: Random, names: readonly PortName[]): RestartProbe<PortName> => ({
  ...handler(r, names),
  ...timing(r),
  ...r.some({ terminationGracePeriodSeconds: () => count(r, 30) }),
});

function lifecycle(r: Random, names: readonly PortName[]): Lifecycle<PortName> {
  const make = (): NonNullable<Lifecycle<PortName>['preStop']> => {
    const { exec, httpGet } = handler(r, names);
    if (exec) return { exec };
    if (httpGet) return { httpGet };
    return { sleep: r.odd(5, 0, -1, 30, 31, 1.5, 3600) };
  };
  return r.some<Lifecycle<PortName>>({ postStart: make, preStop: make }, 0.5);
}

function env(r: Random): Record<string, EnvValue> {
  const config = AppConfig.existing('config', ['a']);
  const secret = AppSecret.existing('secret', ['a']);
  return r.record(
    [r.odd('TEXT', 'a-b', 'a.b', '1A', '', 'a b', 'a=b', 'é'), 'POD', 'CPU', 'CONFIG', 'SECRET', 'LABEL'],
    (name): EnvValue => {
      switch (name) {
        case 'POD':
          return podField(
            r.pick(
              'metadata.name',
              'metadata.namespace',
              'metadata.uid',
              'spec.nodeName',
              'spec.serviceAccountName',
              'status.hostIP',
              'status.podIP',
              'status.podIPs',
            ),
          );
        case 'LABEL':
          return podField(
            r.odd(
              "metadata.labels['app']",
              "metadata.annotations['example.com/x']",
              "metadata.labels['']",
              "metadata.labels['a b']",
              "metadata.annotations['A.B/c']",
              'status.hostIPs',
            ),
          );
        case 'CPU':
          return resourceField(
            r.pick('limits.cpu', 'requests.memory', 'limits.ephemeral-storage', 'requests.cpu'),
            r.some({
              divisor: () => r.odd('1', '1m', '1k', '1Mi', '1Gi', 1),
              container: () => r.odd('main', 'nobody', '', 'a.b'),
            }),
          );
        case 'CONFIG':
          return config.key('a', r.some({ optional: () => true }));
        case 'SECRET':
          return secret.key('a', r.some({ optional: () => true }));
        default:
          return text(r, 'value');
      }
    },
  );
}

export const amounts = (r: Random): ResourceList =>
  r.some<Record<string, unknown>>(
    {
      cpu: () => r.odd<unknown>('100m', 0.5, 1, '1', '0.1', '0.0001', 0, 1e-4, '1e3'),
      memory: () => r.odd<unknown>('128Mi', 1024, '0.5', 0.5, '1.5Gi', '1e6', 0),
      'ephemeral-storage': () => r.odd('1Gi', '0', '1.5', '1Ti'),
      'hugepages-2Mi': () => r.odd('4Mi', '3Mi', '0', '1Mi'),
      'nvidia.com/gpu': () => r.odd<unknown>(1, 0, '1', '2', 1.5),
      'example.com/foo_bar': () => r.odd<unknown>(2, '10'),
      'kubernetes.io/odd': () => 1,
      'Example.com/x': () => 1,
    },
    0.3,
  ) as ResourceList;

function resources(r: Random): Resources {
  const usual: ResourceList = { cpu: '100m', memory: '128Mi' };
  return r.odd<Resources>(
    r.pick<Resources>(
      { requests: usual },
      { limits: usual },
      { requests: usual, limits: { cpu: 1, memory: '1Gi' } },
    ),
    { requests: amounts(r), limits: amounts(r) },
    { limits: amounts(r) },
    { requests: amounts(r) },
    {},
    { limits: { 'nvidia.com/gpu': 1 } },
    { limits: { cpu: 1, 'hugepages-2Mi': '4Mi' } },
    { limits: { 'hugepages-2Mi': '4Mi' } },
    { requests: {}, limits: {} },
  );
}

function base(r: Random, claims: boolean): BaseContainerOptions<PortName> {
  return {
    image: r.odd('ghcr.io/acme/app:1.0', '', ' ', ' a', 'a b', 'Upper/X:y', 'a@sha256:00'),
    ...r.some<Omit<BaseContainerOptions<PortName>, 'image' | 'ports'>>({
      imagePullPolicy: () => r.pick('Always', 'IfNotPresent', 'Never'),
      command: () => r.odd<readonly string[]>(['run'], [], ['']),
      args: () => r.odd<readonly string[]>(['--x'], [], ['']),
      workingDir: () => r.odd('/app', '', 'rel'),
      env: () => env(r),
      envFrom: () => [
        AppConfig.existing('config').envFrom(
          r.some({ prefix: () => r.odd('APP_', 'a-b', '', '1', 'a b', '.', 'a='), optional: () => true }),
        ),
        ...(r.chance(0.3) ? [AppSecret.existing('secret').envFrom()] : []),
      ],
      resources: () => resources(r),
      mounts: () => mounts(r, claims),
      devices: () => r.odd({}, { '/dev/x': AppConfig.existing('config').volume() }),
      securityContext: () =>
        r.odd(
          { readOnlyRootFilesystem: true },
          { privileged: true },
          { capabilities: { add: ['NET_BIND_SERVICE'] } },
          { capabilities: { add: ['CAP_SYS_ADMIN'] } },
          { allowPrivilegeEscalation: true },
          { runAsUser: 1000, runAsGroup: 1000, runAsNonRoot: true },
          { runAsUser: 0 },
          { seccompProfile: { type: 'Localhost', localhostProfile: 'p.json' } },
          { procMount: 'Default' },
          { seLinuxOptions: { level: 's0:c1,c2' } },
        ),
      terminationMessagePath: () => r.odd('/dev/log', '', 'rel'),
      terminationMessagePolicy: () => r.pick('File', 'FallbackToLogsOnError'),
      stdin: () => true,
      stdinOnce: () => true,
      tty: () => true,
    }),
  };
}

export function container(r: Random, claims: boolean, own: Ports<PortName> = {}): ContainerOptions<PortName> {
  const names = Object.keys(own) as PortName[];
  return {
    ...base(r, claims),
    ...(names.length > 0 && { ports: own }),
    ...r.some({
      readinessProbe: () => readinessProbe(r, names),
      livenessProbe: () => restartProbe(r, names),
      startupProbe: () => restartProbe(r, names),
      lifecycle: () => lifecycle(r, names),
    }),
  };
}

const initContainer = (r: Random, claims: boolean): InitContainerOptions<PortName> =>
  r.chance(0.5)
    ? { ...container(r, claims), sidecar: true }
    : { ...base(r, claims), ...r.some({ sidecar: () => false as const }) };

const labels = (r: Random): Record<string, string> => ({
  [r.odd('tier', 'example.com/tier', '', 'a b', 'a/b/c', 'x'.repeat(64), 'app.kubernetes.io/name')]: r.odd(
    'web',
    '',
    'a b',
    'x'.repeat(64),
    '-a',
  ),
});

const toleration = (r: Random): Toleration =>
  r.pick<Toleration>(
    {},
    { key: r.odd('dedicated', 'a b', 'example.com/x'), effect: 'NoSchedule' },
    { key: 'dedicated', value: r.odd('db', 'no good', '') },
    { key: 'x', effect: 'NoExecute', tolerationSeconds: count(r, 60) },
    { effect: 'NoExecute', tolerationSeconds: count(r, 60) },
  );

const spread = (r: Random): TopologySpread => ({
  topologyKey: r.odd('topology.kubernetes.io/zone', '', 'a b', 'kubernetes.io/hostname'),
  ...r.some<Omit<TopologySpread, 'topologyKey'>>({
    maxSkew: () => count(r, 2),
    whenUnsatisfiable: () => r.pick('DoNotSchedule', 'ScheduleAnyway'),
    minDomains: () => r.odd(2, 0, -1, 1),
    nodeAffinityPolicy: () => r.pick('Honor', 'Ignore'),
    nodeTaintsPolicy: () => r.pick('Honor', 'Ignore'),
    matchLabelKeys: () =>
      r.odd<readonly string[]>(['pod-template-hash'], [], ['a b'], ['app.kubernetes.io/name'], ['x', 'x']),
  }),
});

const antiAffinity = (r: Random): AntiAffinityOptions => ({
  topologyKey: r.odd('kubernetes.io/hostname', '', 'a b'),
  ...r.some({ required: () => r.chance(0.5), weight: () => r.odd(50, 0, 1, 100, 101, -1, 1.5) }),
});

/** A pod, with its ports spread over the containers. */
export function pod(r: Random, claims = false, served = false): PodOptions<PortName> {
  const own = ports(r, served ? ['http', 'metrics'] : PORT_NAMES.slice(0, 3));
  if (served && own.http === undefined) Object.assign(own, { http: 8080 });
  return {
    ...container(r, claims, own),
    containerName: r.odd('main', 'a.b', '', 'x'.repeat(63), 'Upper'),
    ...r.some<Omit<PodOptions<PortName>, keyof ContainerOptions<PortName> | 'containerName'>>(
      {
        containers: () => ({
          [r.odd('proxy', 'main', '', 'a.b', 'x'.repeat(64))]: container(r, claims, ports(r, ['udp'], 9000)),
        }),
        initContainers: () => ({
          [r.odd('init', 'proxy', 'main', 'a_b')]: initContainer(r, claims),
          ...(r.chance(0.3) && { second: initContainer(r, claims) }),
        }),
        podLabels: () => labels(r),
        podAnnotations: () => ({ [r.odd('example.com/a', 'a b', 'A/b')]: 'x' }),
        nodeSelector: () => ({ [r.odd('disk', 'a b', 'example.com/x')]: r.odd('ssd', '', 'a b') }),
        affinity: () => ({
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] }],
            },
          },
        }),
        antiAffinity: () => antiAffinity(r),
        topologySpread: () => r.list(0, 2, () => spread(r)),
        tolerations: () => r.list(0, 3, () => toleration(r)),
        nodeName: () => r.odd('node-1', '', 'Upper', 'a b'),
        schedulerName: () => r.odd('volcano', '', 'a b'),
        priorityClass: () => r.odd('system-node-critical', '', 'A b', 'system-cluster-critical'),
        preemptionPolicy: () => r.pick('PreemptLowerPriority', 'Never'),
        runtimeClass: () => r.odd('gvisor', '', 'A b'),
        os: () => r.pick('linux', 'windows'),
        podSecurityContext: () =>
          r.odd(
            { fsGroup: 2000 },
            { runAsUser: 1000, runAsGroup: 0, supplementalGroups: [1, 2] },
            { fsGroupChangePolicy: 'OnRootMismatch', fsGroup: 1 },
            { sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] },
            { seccompProfile: { type: 'Unconfined' } },
            {},
          ),
        imagePullSecrets: () =>
          r.odd<readonly (string | { name: string })[]>(
            ['registry'],
            [],
            [''],
            ['A b'],
            [{ name: 'x' }],
            ['x', 'x'],
          ),
        automountServiceAccountToken: () => r.chance(0.5),
        terminationGracePeriodSeconds: () => count(r, 60),
        dnsPolicy: () => r.odd('ClusterFirst', 'Default', 'None', 'ClusterFirstWithHostNet'),
        dnsConfig: () =>
          r.odd(
            { nameservers: ['10.0.0.1'] },
            { searches: ['a.example.com'] },
            { options: [{ name: 'ndots', value: '2' }] },
            {},
          ),
        hostAliases: () => ({
          [r.odd('10.0.0.1', '', 'a', 'fd00::1', '010.0.0.1')]: r.odd(
            ['a.example.com'],
            [],
            ['A b'],
            ['a_b'],
          ),
        }),
        hostname: () => r.odd('db', '', 'a.b', 'Upper', 'x'.repeat(64)),
        subdomain: () => r.odd('svc', '', 'a.b', 'Upper'),
        setHostnameAsFQDN: () => true,
        enableServiceLinks: () => false,
        shareProcessNamespace: () => true,
        hostNetwork: () => r.chance(0.5),
        hostPID: () => r.chance(0.5),
        hostIPC: () => true,
        hostUsers: () => r.chance(0.5),
        readinessGates: () => r.odd<readonly string[]>(['example.com/ready'], [], [''], ['a b'], ['x', 'x']),
      },
      0.06,
    ),
  };
}
