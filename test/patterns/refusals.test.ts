import { type Chart } from 'cdk8s';
import {
  AppConfig,
  AppSecret,
  BatchJob,
  ExternalService,
  NodeAgent,
  PropertyError,
  ReplicaGroup,
  RoleGrant,
  ScheduledJob,
  SinglePod,
  StatefulService,
  StaticVolume,
  StorageClass,
  Tenant,
  Volume,
  VolumeClaim,
  WebService,
  Worker,
} from '../../lib';
import { synth } from './synth';

const image = 'a:1';
const ports = { http: 8080 };
const config = AppConfig.existing('config', ['a']);

// Options that compile, loosely: what a program may come by at run time.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Options = any;

const pod = (options: Options) => (chart: Chart) => new Worker(chart, 'x', { image, ports, ...options });
const web = (options: Options) => (chart: Chart) => new WebService(chart, 'x', { image, ports, ...options });
const job = (options: Options) => (chart: Chart) => new BatchJob(chart, 'x', { image, ...options });
const mount = (volume: Options, options: Options = {}) => pod({ mounts: { '/x': volume }, ...options });
const tenant = (options: Options) => (chart: Chart) => new Tenant(chart, 'x', options);
const volume = (options: Options) => (chart: Chart) =>
  new StaticVolume(chart, 'x', {
    capacity: '1Gi',
    accessModes: ['ReadWriteOnce'],
    source: { nfs: { server: 's', path: '/' } },
    ...options,
  });

// Each of them is refused by the API server of a release that is covered, or by the kubelet after it.
const REFUSED: readonly (readonly [string, (chart: Chart) => unknown, string])[] = [
  ['an image with blanks', pod({ image: ' a' }), "image of container 'x' is ' a'"],
  ['no image', pod({ image: '' }), "image of container 'x' is ''"],
  ['a probe without a command', pod({ livenessProbe: { exec: [] } }), 'livenessProbe.exec'],
  [
    'a port of a probe that is none',
    pod({ readinessProbe: { grpc: { port: 0 } } }),
    'readinessProbe.grpc.port is 0',
  ],
  [
    'a negative probe',
    pod({ startupProbe: { tcpSocket: 'http', periodSeconds: -1 } }),
    'startupProbe.periodSeconds is -1',
  ],
  [
    'a broken threshold',
    pod({ readinessProbe: { tcpSocket: 1, successThreshold: 1.5 } }),
    'readinessProbe.successThreshold is 1.5',
  ],
  [
    'no time to end',
    pod({ livenessProbe: { tcpSocket: 1, terminationGracePeriodSeconds: 0 } }),
    'livenessProbe.terminationGracePeriodSeconds is 0',
  ],
  [
    'a header with a blank',
    pod({ livenessProbe: { httpGet: { port: 1, headers: { 'a b': 'c' } } } }),
    'key of livenessProbe.httpGet.headers',
  ],
  ['a negative sleep', pod({ lifecycle: { preStop: { sleep: -1 } } }), 'lifecycle.preStop.sleep is -1'],
  [
    'a sleep past the end',
    pod({ lifecycle: { preStop: { sleep: 31 } } }),
    'is 31, longer than the 30 seconds',
  ],
  [
    'a sleep of a sidecar past the end',
    pod({ initContainers: { s: { image, sidecar: true, lifecycle: { preStop: { sleep: 31 } } } } }),
    'is 31, longer than the 30 seconds',
  ],
  ['a mount nowhere', pod({ mounts: { '': config } }), 'mounts have an empty path'],
  [
    'a mount by both paths',
    mount({ volume: config, subPath: 'a', subPathExpr: 'b' }),
    'has both subPath and subPathExpr',
  ],
  [
    'a subPath that steps back',
    mount({ volume: config, subPath: 'a/../b' }),
    "subPath is 'a/../b', which steps back",
  ],
  ['a subPath from the root', mount({ volume: config, subPath: '/a' }), "subPath is '/a'"],
  [
    'propagation without privilege',
    mount({ volume: config, mountPropagation: 'Bidirectional' }),
    'only a privileged container may have',
  ],
  ['a device of a ConfigMap', pod({ devices: { '/dev/x': config } }), 'which is no claim'],
  [
    'a device that is mounted',
    pod({
      devices: { '/dev/x': Volume.existingClaim('v', 'c') },
      mounts: { '/x': Volume.existingClaim('v', 'c') },
    }),
    "is mounted at '/x' as well",
  ],
  ['a host path of nothing', mount(Volume.hostPath('v', '')), "the volume's path is empty"],
  ['a host path that steps back', mount(Volume.hostPath('v', '/a/../b')), 'which steps back'],
  ['an NFS path from nowhere', mount(Volume.nfs('v', { server: 's', path: 'a' })), "path is 'a'"],
  ['no NFS server', mount(Volume.nfs('v', { server: '', path: '/' })), 'server is empty'],
  ['a claim of no name', mount(Volume.existingClaim('v', '')), "the volume's claim is ''"],
  ['permissions that are none', mount(config.volume({ defaultMode: 0o1000 })), 'defaultMode is 512'],
  [
    'a file above its volume',
    mount(config.volume({ files: { a: '../a' } })),
    "file is '../a', which steps back",
  ],
  ['a file of the kubelet', mount(config.volume({ files: { a: '..data' } })), "names with '..' before them"],
  ['a file without a name', mount(config.volume({ files: { a: '' } })), 'file is empty'],
  [
    'a label that is none',
    mount(Volume.downwardApi('v', { a: "metadata.labels['a b']" })),
    'key of the label',
  ],
  [
    'cpu in mebibytes',
    mount(Volume.downwardApi('v', { a: { resource: 'limits.cpu', container: 'x', divisor: '1Mi' } })),
    "limits.cpu in units of '1Mi'",
  ],
  ['an ephemeral claim of nothing', mount(Volume.ephemeral('v', { storage: 0 })), 'storage is 0'],
  [
    'an ephemeral claim of no mode',
    mount(Volume.ephemeral('v', { storage: 1, accessModes: [] })),
    'accessModes is empty',
  ],
  [
    'an annotation as variable that is none',
    pod({ env: { A: { valueFrom: { fieldRef: { fieldPath: "metadata.annotations['']" } } } } }),
    'env.A: key of the annotation',
  ],
  [
    'a prefix with an equals sign',
    pod({ envFrom: [config.envFrom({ prefix: 'a=' })] }),
    'prefix in `envFrom`',
  ],
  ['a node that is none', pod({ nodeName: 'A b' }), "nodeName is 'A b'"],
  ['a class that is none', pod({ runtimeClass: '' }), "runtimeClass is ''"],
  ['a priority that is none', pod({ priorityClass: 'A b' }), "priorityClass is 'A b'"],
  ['a host name with a dot', pod({ hostname: 'a.b' }), "hostname is 'a.b'"],
  ['a node label that is none', pod({ nodeSelector: { disk: 'a b' } }), "nodeSelector['disk'] is 'a b'"],
  ['a gate that is none', pod({ readinessGates: ['a b'] }), 'readinessGates is'],
  ['a name for no address', pod({ hostAliases: { a: ['b'] } }), "hostAliases has 'a'"],
  ['a name that is none', pod({ hostAliases: { '10.0.0.1': ['A b'] } }), "hostAliases['10.0.0.1'] is 'A b'"],
  [
    'a taint that is none',
    pod({ tolerations: [{ key: 'a b', effect: 'NoSchedule' }] }),
    'tolerations[0].key',
  ],
  [
    'a part of a second',
    pod({ tolerations: [{ effect: 'NoExecute', tolerationSeconds: 1.5 }] }),
    'tolerationSeconds is 1.5',
  ],
  ['a weight of nothing', pod({ antiAffinity: { topologyKey: 'a', weight: 0 } }), 'antiAffinity.weight is 0'],
  ['a weight over 100', pod({ antiAffinity: { topologyKey: 'a', weight: 101 } }), 'from 1 to 100'],
  [
    'domains that are preferred',
    pod({ topologySpread: [{ topologyKey: 'a', minDomains: 2 }] }),
    "does not go with whenUnsatisfiable 'ScheduleAnyway'",
  ],
  [
    'a spread twice',
    pod({ topologySpread: [{ topologyKey: 'a' }, { topologyKey: 'a' }] }),
    'topologySpread[1] is a second one of a, ScheduleAnyway',
  ],
  [
    'a spread by the selector',
    pod({ topologySpread: [{ topologyKey: 'a', matchLabelKeys: ['app.kubernetes.io/name'] }] }),
    'by which the pods are selected already',
  ],
  ['no DNS', pod({ dnsPolicy: 'None' }), 'leaves the pod without a name server'],
  ['two process namespaces', pod({ shareProcessNamespace: true, hostPID: true }), 'does not go with hostPID'],
  [
    'users of its own on the node',
    pod({ hostUsers: false, hostNetwork: true }),
    'does not go with hostNetwork',
  ],
  [
    'another port on the node',
    pod({ hostNetwork: true, ports: { http: { containerPort: 80, hostPort: 81 } } }),
    'with hostNetwork the port is 80',
  ],
  [
    'a port of the node twice',
    pod({ ports: { a: { containerPort: 80, hostPort: 1 }, b: { containerPort: 81, hostPort: 1 } } }),
    "which port 'a' has already",
  ],
  [
    'Linux in Windows',
    pod({ os: 'windows', securityContext: { readOnlyRootFilesystem: true } }),
    "securityContext.readOnlyRootFilesystem is of Linux, but os is 'windows'",
  ],
  [
    'Windows in Linux',
    pod({ os: 'linux', podSecurityContext: { windowsOptions: {} } }),
    "podSecurityContext.windowsOptions is of Windows, but os is 'linux'",
  ],
  [
    'Linux in a second container',
    pod({ os: 'windows', containers: { b: { image, securityContext: { runAsUser: 1 } } } }),
    'containers.b.securityContext.runAsUser',
  ],
  [
    'half a GPU',
    pod({ resources: { limits: { 'nvidia.com/gpu': 0.5 } } }),
    "resources.limits['nvidia.com/gpu'] is 0.5",
  ],
  [
    'a resource that is none',
    pod({ resources: { limits: { 'A b/c': 1 } } }),
    "resources.limits['A b/c'] is 'A b/c'",
  ],
  [
    'huge pages alone',
    pod({ resources: { limits: { 'hugepages-2Mi': '4Mi' } } }),
    'needs cpu or memory beside it',
  ],
  [
    'a deadline before pods are ready',
    pod({ minReadySeconds: 600 }),
    'progressDeadlineSeconds is 600, no more than the minReadySeconds of 600',
  ],
  ['half a revision', pod({ revisionHistoryLimit: 1.5 }), 'revisionHistoryLimit is 1.5'],
  ['too long a story', pod({ changeCause: 'x'.repeat(300_000) }), 'annotations come to 300'],
  [
    'too many pods',
    pod({ replicas: 2 ** 31 }),
    'replicas is 2147483648; write a whole number from 0 to 2147483647',
  ],
  ['scaling to none by cpu', web({ autoscale: { min: 0, max: 2, cpu: '70%' } }), 'where there is no pod'],
  [
    'a target of nothing',
    web({ autoscale: { max: 2, cpu: { averageValue: 0 } } }),
    'autoscale.cpu.averageValue is 0',
  ],
  [
    'affinity of two days',
    web({ service: { sessionAffinity: { timeoutSeconds: 172_800 } } }),
    'service.sessionAffinity.timeoutSeconds is 172800',
  ],
  [
    'an address of every node',
    web({ service: { externalIPs: ['127.0.0.1'] } }),
    'which is a loopback address',
  ],
  ['a family twice', web({ service: { ipFamilies: ['IPv4', 'IPv4'] } }), 'has a family twice'],
  ['a headless ClusterIP', web({ service: { clusterIP: 'None' } }), "set type: 'Headless'"],
  [
    'a health check of all nodes',
    web({ service: { type: 'LoadBalancer', healthCheckNodePort: 30001 } }),
    "set externalTrafficPolicy: 'Local'",
  ],
  [
    'a class of load balancers that is none',
    web({ service: { type: 'LoadBalancer', loadBalancerClass: 'a b' } }),
    'service.loadBalancerClass',
  ],
  [
    'clients that are no range',
    web({ service: { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.1'] } }),
    'service.loadBalancerSourceRanges',
  ],
  [
    'a protocol that is none',
    web({ ports: { http: { containerPort: 1, appProtocol: 'a b' } } }),
    'ports.http.appProtocol',
  ],
  [
    'a path that steps back',
    web({ ingress: { hosts: { 'a.com': { '/a/../b': 'http' } } } }),
    "has '/../' in it",
  ],
  [
    'a path that ends in a dot',
    web({ ingress: { hosts: { 'a.com': { '/a/.': 'http' } } } }),
    "ends with '/.'",
  ],
  ['an encoded slash', web({ ingress: { hosts: { 'a.com': { '/a%2Fb': 'http' } } } }), "has '%2F' in it"],
  [
    'a certificate for no host',
    web({ ingress: { hosts: { 'a.com': 'http' }, tls: [{ secret: 's', hosts: ['A b'] }] } }),
    'hosts of `tls`',
  ],
  [
    'an IngressClass that is none',
    web({ ingress: { hosts: { 'a.com': 'http' }, className: 'A b' } }),
    "className is 'A b'",
  ],
  [
    'a namespace that is none',
    web({ networkPolicy: { allowFrom: [{ namespace: 'A b' }] } }),
    'networkPolicy.allowFrom[0].namespace',
  ],
  [
    'pods with labels that are none',
    web({ networkPolicy: { allowFrom: [{ pods: { a: 'b c' } }] } }),
    "networkPolicy.allowFrom[0].pods['a']",
  ],
  [
    'a range that is none',
    web({ networkPolicy: { allowTo: [{ cidr: '10.0.0.0' }] } }),
    'networkPolicy.allowTo[0].cidr',
  ],
  [
    'an exception elsewhere',
    web({ networkPolicy: { allowTo: [{ cidr: '10.0.0.0/8', except: ['11.0.0.0/8'] }] } }),
    "which is no part of '10.0.0.0/8'",
  ],
  [
    'a range of ports backwards',
    web({ networkPolicy: { allowTo: [{ peers: ['anyone'], ports: [{ port: 2, endPort: 1 }] }] } }),
    'endPort is 1',
  ],
  [
    'a range from a name',
    web({ networkPolicy: { allowTo: [{ peers: ['anyone'], ports: [{ port: 'https', endPort: 500 }] }] } }),
    "begins at 'https'",
  ],
  [
    'a port that is none',
    web({ networkPolicy: { allowTo: [{ peers: ['anyone'], ports: [0] }] } }),
    'networkPolicy.allowTo[0].ports is 0',
  ],
  ['a ServiceAccount that is none', pod({ serviceAccount: 'A b' }), "serviceAccount is 'A b'"],
  ['a negative backoff', job({ backoffLimit: -1 }), 'backoffLimit is -1'],
  ['a negative age', job({ ttlSecondsAfterFinished: -1 }), 'ttlSecondsAfterFinished is -1'],
  [
    'replacing pods that may have failed',
    job({
      restartPolicy: 'Never',
      podFailurePolicy: { rules: [] },
      podReplacementPolicy: 'TerminatingOrFailed',
    }),
    'does not go with podFailurePolicy',
  ],
  [
    'half a Job in the history',
    (chart) => new ScheduledJob(chart, 'x', { image, schedule: '@daily', failedJobsHistoryLimit: 0.5 }),
    'failedJobsHistoryLimit is 0.5',
  ],
  [
    'a start before its time',
    (chart) => new ScheduledJob(chart, 'x', { image, schedule: '@daily', startingDeadlineSeconds: -1 }),
    'startingDeadlineSeconds is -1',
  ],
  [
    'a pod of no time',
    (chart) => new SinglePod(chart, 'x', { image, activeDeadlineSeconds: 0 }),
    'activeDeadlineSeconds is 0',
  ],
  [
    'an ordinal below zero',
    (chart) => new StatefulService(chart, 'x', { image, ports, firstOrdinal: -1 }),
    'firstOrdinal is -1',
  ],
  [
    'an agent never ready',
    (chart) => new NodeAgent(chart, 'x', { image, minReadySeconds: -1 }),
    'minReadySeconds is -1',
  ],
  [
    'a requirement without values',
    (chart) => new ReplicaGroup(chart, 'x', { image, matchExpressions: [{ key: 'a', operator: 'NotIn' }] }),
    "have 'a NotIn' without values",
  ],
  [
    'a claim of nothing',
    (chart) => new VolumeClaim(chart, 'x', { storage: 0, accessModes: ['ReadWriteOnce'] }),
    'storage is 0',
  ],
  [
    'one pod and many',
    (chart) =>
      new VolumeClaim(chart, 'x', { storage: 1, accessModes: ['ReadWriteOncePod', 'ReadWriteMany'] }),
    "has 'ReadWriteOncePod' beside others",
  ],
  ['a volume of nothing', volume({ capacity: 0 }), 'capacity is 0'],
  ['a local volume anywhere', volume({ source: { local: { path: '/x' } } }), 'nodes are not named'],
  ['nodes of no value', volume({ nodes: { a: [] } }), "nodes['a'] is empty"],
  [
    'a node that is emptied',
    volume({ source: { hostPath: { path: '/' } }, reclaimPolicy: 'Recycle' }),
    "would empty '/'",
  ],
  [
    'a provisioner that is none',
    (chart) => new StorageClass(chart, 'x', { provisioner: 'a b' }),
    'provisioner is',
  ],
  [
    'a certificate without its key',
    (chart) => new AppSecret(chart, 'x', { type: 'kubernetes.io/tls', insecurePlainText: { 'tls.crt': '' } }),
    'has the keys tls.crt, tls.key',
  ],
  [
    'a login of nobody',
    (chart) => new AppSecret(chart, 'x', { type: 'kubernetes.io/basic-auth' }),
    'has the keys username, password',
  ],
  [
    'a token of nobody',
    (chart) => new AppSecret(chart, 'x', { type: 'kubernetes.io/service-account-token' }),
    'names no ServiceAccount',
  ],
  [
    'addresses without a port',
    (chart) => new ExternalService(chart, 'x', { addresses: ['192.0.2.1'], ports: {} }),
    'ports are none',
  ],
  [
    'an address that others do not reach',
    (chart) => new ExternalService(chart, 'x', { addresses: ['::1'], ports }),
    'which is a loopback address',
  ],
  [
    'a rule without a verb',
    (chart) => new RoleGrant(chart, 'x', { rules: { core: { pods: [] } } }),
    'rules[0] grants no verb: ["pods"]',
  ],
  [
    'a rule without a group',
    (chart) => new RoleGrant(chart, 'x', { customRules: [{ resources: ['a'], verbs: ['get'] }] }),
    'grants resources of no API group',
  ],
  [
    'a rule on nothing',
    (chart) => new RoleGrant(chart, 'x', { customRules: [{ verbs: ['get'] }] }),
    'grants no resource',
  ],
  [
    'URLs in a namespace',
    (chart) => new RoleGrant(chart, 'x', { customRules: [{ nonResourceURLs: ['/x'], verbs: ['get'] }] }),
    'grants URLs',
  ],
  [
    'a ClusterRole of no name',
    (chart) => new RoleGrant(chart, 'x', { clusterRole: '', subjects: [{ user: 'a' }] }),
    "clusterRole is ''",
  ],
  [
    'nobody',
    (chart) => new RoleGrant(chart, 'x', { clusterRole: 'view', subjects: [{ user: '' }] }),
    'subjects[0].user is empty',
  ],
  [
    'a Role of no name',
    tenant({ roles: { '': { clusterRole: 'view', subjects: [{ user: 'a' }] } } }),
    'key of roles',
  ],
  [
    'a version that is none',
    tenant({ podSecurity: { enforce: 'baseline', version: 'v1.-1' } }),
    'podSecurity.version',
  ],
  ['a quota of no name', tenant({ quota: { 'count/': 1 } }), "quota['count/']"],
  ['half a pod', tenant({ quota: { pods: 0.5 } }), "quota['pods'] is 0.5"],
  [
    'a scope that counts no such thing',
    tenant({ quotas: { q: { hard: { services: 1 }, scopes: ['Terminating'] } } }),
    "quotas['q'].hard['services'] cannot be counted for Terminating pods alone",
  ],
  [
    'opposite scopes',
    tenant({ quotas: { q: { hard: { pods: 1 }, scopes: ['BestEffort', 'NotBestEffort'] } } }),
    'has BestEffort and NotBestEffort',
  ],
  [
    'no PriorityClass',
    tenant({ quotas: { q: { hard: { pods: 1 }, priorityClasses: [] } } }),
    "quotas['q'].priorityClasses is empty",
  ],
  [
    'a least above the most',
    tenant({ limits: { container: { min: { cpu: 2 }, max: { cpu: 1 } } } }),
    "limits.container.min['cpu'] is 2, more than the max of 1",
  ],
  [
    'a default above the most',
    tenant({ limits: { container: { default: { cpu: 2 }, max: { cpu: 1 } } } }),
    'more than the max of 1',
  ],
  [
    'a limit below its request',
    tenant({ limits: { pod: { maxLimitRequestRatio: { cpu: 0.5 } } } }),
    'write 1 or more',
  ],
  [
    'a factor out of reach',
    tenant({ limits: { pod: { min: { cpu: 1 }, max: { cpu: 2 }, maxLimitRequestRatio: { cpu: 4 } } } }),
    'never reaches',
  ],
];

// What stands near one of those above, and every release takes.
const TAKEN: readonly (readonly [string, (chart: Chart) => unknown])[] = [
  ['a probe every default seconds', pod({ livenessProbe: { tcpSocket: 'http', periodSeconds: 0 } })],
  ['a sleep up to the end', pod({ lifecycle: { preStop: { sleep: 30 } } })],
  [
    'a longer sleep in more time',
    pod({ terminationGracePeriodSeconds: 60, lifecycle: { preStop: { sleep: 45 } } }),
  ],
  ['a file whose name has dots', mount(config.volume({ files: { a: 'a..b/c' } }))],
  ['a mount of all by an empty subPath', mount({ volume: config, subPath: '', subPathExpr: 'b' })],
  ['a device of a claim', pod({ devices: { '/dev/x': Volume.existingClaim('v', 'c') } })],
  [
    'a claim without a class',
    (chart) =>
      new VolumeClaim(chart, 'x', { storage: '1', accessModes: ['ReadWriteOnce'], storageClass: '' }),
  ],
  [
    'two spreads over one key',
    pod({
      topologySpread: [
        { topologyKey: 'a' },
        { topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule', minDomains: 2 },
      ],
    }),
  ],
  [
    'one port of the node by two protocols',
    pod({
      ports: {
        a: { containerPort: 80, hostPort: 1 },
        b: { containerPort: 81, hostPort: 1, protocol: 'UDP' },
      },
    }),
  ],
  [
    'Windows',
    pod({
      os: 'windows',
      podSecurityContext: { windowsOptions: {} },
      securityContext: { runAsNonRoot: true },
    }),
  ],
  [
    'cpu in thousandths',
    mount(Volume.downwardApi('v', { a: { resource: 'limits.cpu', container: 'x', divisor: '1m' } })),
  ],
  ['scaling to none by a queue', web({ autoscale: { min: 0, max: 2, metrics: [{ type: 'External' }] } })],
  [
    'an odd path that only the controller reads',
    web({
      ingress: { hosts: { 'a.com': { '/a//b': { backend: 'http', pathType: 'ImplementationSpecific' } } } },
    }),
  ],
  ['a path of three dots', web({ ingress: { hosts: { 'a.com': { '/...': 'http' } } } })],
  [
    'a half of an extended resource in requests of a quota',
    tenant({ quota: { 'requests.nvidia.com/gpu': 0.5 } }),
  ],
  [
    'cpu of pods of a class',
    tenant({ quotas: { q: { hard: { 'limits.cpu': 1 }, priorityClasses: ['high'] } } }),
  ],
  [
    'equal bounds',
    tenant({
      limits: {
        container: {
          min: { cpu: 1 },
          default: { cpu: 1 },
          max: { cpu: '1000m' },
          maxLimitRequestRatio: { cpu: 1 },
        },
      },
    }),
  ],
  [
    'one half of a login',
    (chart) =>
      new AppSecret(chart, 'x', { type: 'kubernetes.io/basic-auth', insecurePlainText: { password: 'x' } }),
  ],
  [
    'a provisioner with capitals',
    (chart) => new StorageClass(chart, 'x', { provisioner: 'Example.com/Nfs' }),
  ],
];

describe('the constructors refuse', () => {
  test.each(REFUSED)('%s', (_what, build, message) => {
    const making = (): unknown => synth((chart) => void build(chart), { namespace: 'default' });
    expect(making).toThrow(PropertyError);
    expect(making).toThrow(message);
  });
});

describe('the constructors take', () => {
  test.each(TAKEN)('%s', (_what, build) => {
    expect(() => synth((chart) => void build(chart), { namespace: 'default' })).not.toThrow();
  });
});
