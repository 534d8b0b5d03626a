import { compileErrors } from './compile';

/** What does not compile: the mistake, the snippet, and what the message has to say. */
const MISTAKES: readonly (readonly [name: string, snippet: string, literal: string])[] = [
  [
    'an Ingress backend',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, ingress: { hosts: { 'a.b': { '/': 'htpp' } } } });`,
    'htpp',
  ],
  [
    'an Ingress backend of a host',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, ingress: { hosts: { 'a.b': 'htpp' } } });`,
    'htpp',
  ],
  [
    'an Ingress target',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, ingress: { hosts: { 'a.b': { '/': { backend: 'htpp', pathType: 'Exact' } } } } });`,
    'htpp',
  ],
  [
    'a default backend',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, ingress: { hosts: {}, defaultBackend: 'htpp' } });`,
    'htpp',
  ],
  [
    'a probe port httpGet',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, readinessProbe: { httpGet: { port: 'htpp' } } });`,
    'htpp',
  ],
  [
    'a probe port tcpSocket',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, livenessProbe: { tcpSocket: 'htpp' } });`,
    'htpp',
  ],
  [
    'a probe port grpc',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, startupProbe: { grpc: { port: 'htpp' } } });`,
    'htpp',
  ],
  ['port()', `new WebService(chart, 'w', { image, ports: { http: 80 } }).port('htpp');`, 'htpp'],
  [
    'a port of a policy',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, networkPolicy: { allowFrom: [{ peers: ['anyone'], ports: ['htpp'] }] } });`,
    'htpp',
  ],
  [
    'a lifecycle port',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, lifecycle: { preStop: { httpGet: { port: 'htpp' } } } });`,
    'htpp',
  ],
  [
    'a port of a track route',
    `new Canary(chart, 'c', { stable: { image }, canary: { image }, ports: { http: 80 }, traffic: { by: 'gateway', gateways: [{ name: 'g' }], port: 'htpp', weight: 1 } });`,
    'htpp',
  ],
  [
    'a backend of a canary',
    `new Canary(chart, 'c', { stable: { image }, canary: { image }, ports: { http: 80 }, traffic: { by: 'ingress-nginx', ingress: { hosts: { a: 'htpp' } }, weight: 1 } });`,
    'htpp',
  ],
  [
    'a backend of blue/green',
    `new BlueGreen(chart, 'c', { live: 'blue', blue: { image }, green: { image }, ports: { http: 80 }, ingress: { hosts: { a: 'htpp' } } });`,
    'htpp',
  ],
  [
    'a port of a shared service',
    `const w = new Worker(chart, 'w', { image, ports: { http: 80 } }); new SharedService(chart, 's', { pods: [w], ports: { htpp: 80 } });`,
    'htpp',
  ],
  ['a shared backend', `new SharedIngress(chart, 's', { hosts: { 'a.b': { '/': 'http' } } });`, "@'/'"],
  [
    'a live track',
    `new BlueGreen(chart, 'c', { live: 'bleu', blue: { image }, green: { image }, ports: { http: 80 } });`,
    'bleu',
  ],
  ['a config key', `new AppConfig(chart, 'c', { data: { LEVEL: 'info' } }).key('LEVLE');`, 'LEVLE'],
  [
    'a config file',
    `new AppConfig(chart, 'c', { data: { LEVEL: 'info' } }).volume({ files: { LEVLE: 'x' } });`,
    'LEVLE',
  ],
  ['a mounted config key', `new AppConfig(chart, 'c', { files: { LEVEL: 'info' } }).file('LEVLE');`, 'LEVLE'],
  ['a secret key', `AppSecret.existing('s', ['user', 'password']).key('pasword');`, 'pasword'],
  [
    'a secret file',
    `new AppSecret(chart, 's', { insecurePlainText: { user: 'x' } }).volume({ files: { usr: 'x' } });`,
    'usr',
  ],
  ['memory in Mb', `new Worker(chart, 'w', { image, resources: { limits: { memory: '250Mb' } } });`, '250Mb'],
  ['memory in m', `new Worker(chart, 'w', { image, resources: { limits: { memory: '128m' } } });`, '128m'],
  ['cpu in Mi', `new Worker(chart, 'w', { image, resources: { requests: { cpu: '500Mi' } } });`, '500Mi'],
  [
    'container storage',
    `new Worker(chart, 'w', { image, resources: { limits: { storage: '1Gi' } } });`,
    'storage',
  ],
  [
    'half a gpu',
    `new Worker(chart, 'w', { image, resources: { limits: { 'nvidia.com/gpu': '0.5' } } });`,
    '0.5',
  ],
  [
    'a size of a claim',
    `new VolumeClaim(chart, 'c', { storage: '10GB', accessModes: ['ReadWriteOnce'] });`,
    '10GB',
  ],
  [
    'an access mode',
    `new VolumeClaim(chart, 'c', { storage: '10Gi', accessModes: ['ReadWriteTwice'] });`,
    'ReadWriteTwice',
  ],
  [
    'an access mode that the volume lacks',
    `new StaticVolume(chart, 'v', { capacity: '1Gi', accessModes: ['ReadWriteOnce'], source: { hostPath: { path: '/x' } } }).claim(chart, 'c', { accessModes: ['ReadWriteMany'] });`,
    'ReadWriteMany',
  ],
  [
    'two sources of a volume',
    `new StaticVolume(chart, 'v', { capacity: '1Gi', accessModes: ['ReadWriteOnce'], source: { hostPath: { path: '/x' }, nfs: { server: 's', path: '/p' } } });`,
    'hostPath',
  ],
  ['a cron of four fields', `new ScheduledJob(chart, 'j', { image, schedule: '30 3 * *' });`, '30 3 * *'],
  [
    'a cron of six fields',
    `new ScheduledJob(chart, 'j', { image, schedule: '0 30 3 * * *' });`,
    '0 30 3 * * *',
  ],
  [
    'a cron with day 0',
    `new ScheduledJob(chart, 'j', { image, schedule: '0 0 0 * *' });`,
    "day of month '0'",
  ],
  [
    'a resource in the singular',
    `new RoleGrant(chart, 'r', { rules: { core: { namespace: ['get'] } } });`,
    'namespace',
  ],
  [
    'a cluster resource in a Role',
    `new RoleGrant(chart, 'r', { rules: { core: { namespaces: ['list'] } } });`,
    'namespaces',
  ],
  ['an unserved verb', `new RoleGrant(chart, 'r', { rules: { core: { 'pods/log': ['list'] } } });`, 'list'],
  ['no verb', `new RoleGrant(chart, 'r', { rules: { core: { pods: ['read'] } } });`, 'read'],
  [
    'a resource of another group',
    `new ClusterRoleGrant(chart, 'r', { rules: { core: { deployments: ['get'] } } });`,
    'deployments',
  ],
  [
    'a resource of an account',
    `new Worker(chart, 'w', { image, serviceAccount: { rules: { core: { pod: ['get'] } } } });`,
    'pod',
  ],
  [
    'a role of a tenant',
    `new Tenant(new App(), 't', { roles: { r: { rules: { core: { pod: ['get'] } } } } });`,
    'pod',
  ],
  ['a quota key', `new Tenant(new App(), 't', { quota: { 'request.cpu': 4 } });`, 'request.cpu'],
  ['a quota key of storage', `new Tenant(new App(), 't', { quota: { storage: '4Gi' } });`, 'storage'],
  [
    'a limit key',
    `new Tenant(new App(), 't', { limits: { container: { default: { storage: '4Gi' } } } });`,
    'storage',
  ],
  ['a percentage of a rollout', `new Worker(chart, 'w', { image, strategy: { maxSurge: '25' } });`, '25'],
  [
    'a percentage in words',
    `new Worker(chart, 'w', { image, disruptionBudget: { maxUnavailable: 'half' } });`,
    'half',
  ],
  [
    'a percentage of an autoscaler',
    `new Worker(chart, 'w', { image, autoscale: { max: 2, cpu: 70 } });`,
    '@cpu',
  ],
  [
    'replicas beside autoscale',
    `new Worker(chart, 'w', { image, replicas: 2, autoscale: { max: 2 } });`,
    'replicas',
  ],
  [
    'both bounds of a budget',
    `new Worker(chart, 'w', { image, disruptionBudget: { maxUnavailable: 1, minAvailable: 1 } });`,
    '@minAvailable',
  ],
  [
    'successThreshold of a liveness probe',
    `new Worker(chart, 'w', { image, livenessProbe: { exec: ['a'], successThreshold: 2 } });`,
    'successThreshold',
  ],
  [
    'two handlers',
    `new Worker(chart, 'w', { image, readinessProbe: { exec: ['a'], tcpSocket: 80 } });`,
    '@tcpSocket',
  ],
  ['no handler', `new Worker(chart, 'w', { image, readinessProbe: { periodSeconds: 5 } });`, 'periodSeconds'],
  [
    'an operator of a toleration',
    `new Worker(chart, 'w', { image, tolerations: [{ key: 'a', value: 'b', operator: 'Exists' }] });`,
    'operator',
  ],
  [
    'seconds of another effect',
    `new Worker(chart, 'w', { image, tolerations: [{ key: 'a', effect: 'NoSchedule', tolerationSeconds: 5 }] });`,
    'tolerationSeconds',
  ],
  ['a plain secret', `new AppSecret(chart, 's', { data: { user: 'x' } });`, 'data'],
  ['a number as a variable', `new Worker(chart, 'w', { image, env: { PORT: 8080 } });`, '@PORT'],
  [
    'a pod field',
    `new Worker(chart, 'w', { image, env: { IP: podField('status.podIp') } });`,
    'status.podIp',
  ],
  [
    'a pod field of a file',
    `new Worker(chart, 'w', { image, mounts: { '/a': Volume.downwardApi('a', { ip: 'status.podIP' }) } });`,
    'status.podIP',
  ],
  ['a divisor', `resourceField('limits.cpu', { divisor: '5m' });`, '5m'],
  [
    'a Service type',
    `new WebService(chart, 'w', { image, ports: { http: 80 }, service: { type: 'Nodeport' } });`,
    'Nodeport',
  ],
  ['a pull policy', `new Worker(chart, 'w', { image, imagePullPolicy: 'always' });`, 'always'],
  ['a misspelled option', `new Worker(chart, 'w', { image, replica: 2 });`, 'replica'],
  [
    'an operator of an expression',
    `new ReplicaGroup(chart, 'r', { image, matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] });`,
    '"in"',
  ],
  [
    'a patch of a field that is not there',
    `new Worker(chart, 'w', { image, patch: { deployment: { spec: { replica: 2 } } } });`,
    'replica',
  ],
];

const ACCEPTED = `
const config = new AppConfig(chart, 'c', { data: { LEVEL: 'info' } });
const web = new WebService(chart, 'w', {
  image,
  ports: { http: 80, admin: { containerPort: 81, servicePort: false } },
  containers: { beside: { image, ports: { metrics: 9090 } } },
  env: { LEVEL: config.key('LEVEL'), IP: podField('status.podIP') },
  resources: { requests: { cpu: '100m', memory: '1.5Gi' }, limits: { memory: '2G', 'nvidia.com/gpu': 1 } },
  readinessProbe: { httpGet: { port: 'http' }, successThreshold: 2 },
  ingress: { hosts: { 'a.b': { '/': 'http', '/m': { backend: 'metrics', pathType: 'Exact' } } } },
  strategy: { maxSurge: '25%', maxUnavailable: 0 },
  tolerations: [{ key: 'a', value: 'b' }, { key: 'c', effect: 'NoExecute', tolerationSeconds: 5 }, {}],
});
new SharedIngress(chart, 's', { hosts: { 'a.b': { '/': web.port('admin') } } });
new ScheduledJob(chart, 'j', { image, schedule: '30 3 * * *' });
new ScheduledJob(chart, 'k', { image, schedule: String('@daily') });
new Tenant(new App(), 't', { quota: { 'count/jobs.batch': 1, 'requests.nvidia.com/gpu': 2, 'requests.storage': '1Ti' } });
`;

const key = (name: string): string => name.replaceAll('/', ' ');
const errors = compileErrors(
  Object.fromEntries([
    ...MISTAKES.map(([name, snippet]) => [key(name), snippet]),
    ['accepted', ACCEPTED],
  ]) as Record<string, string>,
);

describe('the compiler', () => {
  test('takes what is right', () => {
    expect(errors.accepted).toEqual([]);
  });

  test.each(MISTAKES)('names %s in a short message', (name, _snippet, expected) => {
    const found = errors[key(name)] ?? [];
    expect(found).toHaveLength(1);
    const [{ message, place } = { message: '', place: '' }] = found;
    // What stands after an @ is marked by the place alone: the message can only tell its type.
    if (expected.startsWith('@')) expect(place).toContain(expected.slice(1));
    else expect(message).toContain(expected);
    expect(message.length).toBeLessThanOrEqual(300);
  });
});
