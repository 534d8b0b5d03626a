import { enumValues, fieldIn, findType } from '../../lib/check/schema/table';
import { type Scalar, type Shape } from '../../lib/check/schema/shape';
import { type Dice, type Json, type JsonMap } from './dice';
import { NEWEST } from './sites';

/** Texts that somebody has to think about, wherever they stand. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  'Upper',
  'a_b',
  '-a',
  'a-',
  'a.b',
  'a..b',
  '.',
  '..',
  '1a',
  '1',
  'a/b',
  '/abs',
  '../up',
  'a/../b',
  'x'.repeat(15),
  'x'.repeat(16),
  'x'.repeat(63),
  'x'.repeat(64),
  'x'.repeat(253),
  'x'.repeat(254),
  'é',
  'a b',
  ' a',
  'a ',
  'a\n',
  '*',
  '*.example.com',
  'example.com/x',
  'EXAMPLE.com/X',
  'a/b/c',
  '/x',
  'x/',
  'None',
  '10.0.0.1',
  '010.0.0.1',
  '10.0.0.0/8',
  '10.0.0.1/8',
  'fd00::1',
  'fd00::/8',
  '::ffff:10.0.0.1',
  '0.0.0.0',
  '127.0.0.1',
  '169.254.1.1',
  '224.0.0.1',
  '::1',
  '300.0.0.1',
  'a:b',
  '$(X)',
  '%zz',
  'a,b',
  'https://example.com/x',
  'http://x',
  'a.b.',
  'true',
  'default',
  'kubernetes.io/x',
  'k8s.io/x',
  'Ab',
  'aB',
  '--',
  'a--b',
  '0',
  '-1',
  '1.5',
  'abcdefghijklmno-p',
  '\t',
];

/** Texts by the field that they stand in. */
const TEXTS_OF: Readonly<Record<string, readonly string[]>> = {
  schedule: [
    '0 0 * * * *',
    '60 * * * *',
    '* * *',
    '@never',
    'TZ=UTC * * * * *',
    '@every x',
    '*/0 * * * *',
    '0 0 31 2 *',
    '5-1 * * * *',
  ],
  timeZone: ['Mars/X', 'Local', 'local', 'europe/berlin', 'UTC+1', ' UTC', 'Europe/../x'],
  fieldPath: [
    'metadata.labels',
    "metadata.labels['']",
    "metadata.labels['a b']",
    "metadata.annotations['A/b']",
    'status.phase',
    'spec.nodeName',
    'metadata',
    'status.hostIPs',
    'status.podIP',
    "spec.nodeName['a']",
    'metadata.creationTimestamp',
  ],
  resource: [
    'limits.cpu',
    'cpu',
    'requests.hugepages-x',
    'limits.foo',
    'requests.memory',
    'limits.ephemeral-storage',
    'requests.storage',
  ],
  operator: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt', 'Equal', 'in'],
  protocol: ['tcp', 'UDP', 'SCTP', 'HTTP', 'ICMP'],
  type: [
    'Recreate',
    'OnDelete',
    'RollingUpdate',
    'ClusterIP',
    'NodePort',
    'LoadBalancer',
    'ExternalName',
    'Utilization',
    'Value',
    'AverageValue',
    'Resource',
    'Pods',
    'Localhost',
    'object',
    'string',
    'integer',
    'array',
    'Container',
    'Pod',
    'kubernetes.io/tls',
    'kubernetes.io/ssh-auth',
    'Opaque',
  ],
  path: [
    '',
    'rel',
    '/a/../b',
    '/../x',
    '..x',
    'a/..',
    '/',
    '//',
    '/a//b',
    '/a%2fb',
    '/a%2Fb',
    '/.',
    '/..',
    '/a/..',
    '/a/.',
    'a:b',
  ],
  pathType: ['Prefix', 'Exact', 'ImplementationSpecific', 'Regex', 'prefix'],
  cidr: ['10.0.0.0/33', '10.0.0.0', '10.0.0.5/8', '0.0.0.0/0', '::/0', '010.0.0.0/8', '::ffff:10.0.0.0/104'],
  except: ['10.0.0.0/8', '10.1.2.3/32', '192.168.0.0/16', '10.0.0.5/8'],
  url: [
    'http://example.com',
    'https://user@example.com',
    'https://example.com?x=1',
    'https://example.com#a',
    'example.com',
    'https://',
    '://',
  ],
  verbs: ['', '*', 'GET'],
  scopes: [
    'BestEffort',
    'NotBestEffort',
    'Terminating',
    'NotTerminating',
    'PriorityClass',
    'CrossNamespacePodAffinity',
    'VolumeAttributesClass',
    'Other',
  ],
  accessModes: ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany', 'Bogus'],
  restartPolicy: ['Always', 'OnFailure', 'Never', 'always'],
  medium: ['Memory', 'HugePages', 'HugePages-1Gi', 'HugePages-x', 'Disk'],
  mountPath: ['', '/', '/a:b', '.', 'rel', '/data0'],
  subPath: ['/abs', '..', 'a/..', '../x', 'a/../b', '..a'],
  subPathExpr: ['/abs', '../x', '$(A)'],
  clusterIP: ['None', '', '10.96.0.300', 'fd00:10:96::5', '10.96.0.9', '010.96.0.9'],
  clusterIPs: ['None', '10.96.0.9', 'fd00:10:96::5', '', '10.96.0.300'],
  ipFamilies: ['IPv4', 'IPv6', 'ipv4'],
  ipFamilyPolicy: ['SingleStack', 'PreferDualStack', 'RequireDualStack'],
  sessionAffinity: ['ClientIP', 'None', 'Cookie'],
  externalTrafficPolicy: ['Local', 'Cluster', 'Other'],
  targetPort: ['http', 'HTTP', '', 'a--b', '8080', 'toolongnameforaport'],
  port: ['http', 'HTTP', '', 'a--b', '8080', '123', 'toolongnameforaport'],
  expression: ['', ' ', '1 +', 'true', '1', 'foo', 'object.spec.'],
  valueExpression: ['', '1 +', '"a"', '1'],
  messageExpression: ['', '1 +', '"a"', '1', '" "'],
  rule: ['', '1 +', 'true', 'self ==', '1'],
  jsonPath: ['', '.spec', 'spec', '.spec[', '.a.b[0]', '{.spec}', '..'],
  pattern: ['[', '^a$', '(?=a)', '', '(?i)a'],
  action: ['FailJob', 'FailIndex', 'Ignore', 'Count', 'Fail'],
  succeededIndexes: ['', '0', '0-2', '2-0', '1,1', 'a', '5-', '0,2-3', '100'],
  name: [
    '0',
    'main',
    'data-0',
    'kubernetes.io/x',
    'cpu',
    'storage',
    'node-1',
    'a'.repeat(52),
    'a'.repeat(53),
  ],
  apiGroup: ['', 'rbac.authorization.k8s.io', 'apps', 'Bad Group'],
  apiGroups: ['', '*', 'apps'],
  resources: ['*', '*/*', 'pods/*', 'pods', '*/scale', 'pods/log', 'Pods'],
  operations: ['*', 'CREATE', 'create', ''],
  kind: ['Role', 'ClusterRole', 'User', 'Group', 'ServiceAccount', 'Pod', 'a/b', 'PersistentVolumeClaim'],
  finalizers: ['kubernetes', 'noslash', 'orphan', 'foregroundDeletion', 'example.com/a'],
  localhostProfile: ['', '/abs', '../x', 'a'],
  hostname: ['a.b', 'Upper', ''],
  image: ['', ' ', ' a', 'a '],
  effect: ['NoSchedule', 'NoExecute', 'PreferNoSchedule', 'Other', ''],
  key: ['metadata.name', 'a b', '', '/a', 'node.kubernetes.io/not-ready'],
  env: ['A=B', '1A'],
  holderIdentity: ['', 'x'],
  strategy: ['None', 'Webhook', 'Other'],
  format: ['date-time', 'int32', 'ipv4', 'bogus'],
  diskURI: ['https://acc.blob.core.windows.net/x', '/subscriptions/x', 'disk'],
  iqn: ['iqn.bad', 'eui.1', 'naa.1', 'iqn.2001-04.com.example'],
  driver: ['csi_x', 'x'.repeat(64), 'Driver', 'a/b/c'],
};

const INTEGERS: readonly number[] = [
  -1, 0, 1, 2, 3, 10, 100, 101, 255, 256, 443, 511, 512, 599, 600, 1000, 1800, 1801, 3600, 3601, 30000, 32768,
  65535, 65536, 86400, 86401, 100000, 100001, 1000000000, 1000000001, 2147483647, 2147483648, -2147483648,
  4294967296,
];

const QUANTITIES: readonly Json[] = [
  '0',
  '-1',
  '1',
  '2',
  '100m',
  '1.5',
  '1Mi',
  '3Mi',
  '10Gi',
  '1e3',
  'abc',
  '',
  '1KB',
  '1 Gi',
  '+1',
  '.5',
  '1E',
  '0.0001',
  3,
  0.5,
  true,
  '1u',
  '-0',
  '9223372036854775808',
  '1Ki',
  '500Gi',
  '100',
  '1001m',
  null,
  ' 1',
  '1.',
  '12e',
];

const TIMES: readonly string[] = [
  '2026-01-31T00:00:00Z',
  '2026-01-31',
  '',
  '2026-01-31T00:00:00.000000Z',
  '2026-13-01T00:00:00Z',
  'now',
  '2026-01-31 00:00:00Z',
  '2026-01-31T00:00:00+02:00',
];
const PERCENTS: readonly Json[] = [
  '50%',
  '0%',
  '100%',
  '101%',
  '-1',
  '-5%',
  'abc',
  '10',
  '5.5%',
  '',
  '%',
  0,
  1,
  -1,
  2147483648,
  1.5,
  '+1%',
  '1000%',
];

/** A value that may be wrong for a field, and may be right. */
export function hostile(d: Dice, shape: Shape, field: string): Json {
  switch (shape.is) {
    case 'enum':
      return d.chance(0.6) ? d.of(enumValues(shape.name)).value : hostileText(d, field);
    case 'scalar':
      return hostileScalar(d, shape.scalar, field);
    case 'list':
      return d.chance(0.5) ? [] : d.list(1, 3, () => hostile(d, shape.items, field));
    case 'map':
      return d.chance(0.3) ? {} : { [hostileText(d, 'key')]: hostile(d, shape.values, field) };
    case 'type':
    case 'schemaOr':
      return d.chance(0.3) ? {} : anyValue(d, shape, field);
  }
}

/** A value of a field, made from its shape: seldom sensible, always of the right type. */
export function anyValue(d: Dice, shape: Shape, field: string, depth = 0): Json {
  switch (shape.is) {
    case 'enum':
      return d.of(enumValues(shape.name)).value;
    case 'scalar':
      return usualScalar(d, shape.scalar, field);
    case 'list':
      return d.list(d.chance(0.1) ? 0 : 1, 2, () => anyValue(d, shape.items, field, depth + 1));
    case 'map':
      return { [d.key()]: anyValue(d, shape.values, field, depth + 1) };
    case 'schemaOr':
      return { type: 'string' };
    case 'type':
      return anyObject(d, shape.name, depth);
  }
}

function anyObject(d: Dice, typeName: string, depth: number): JsonMap {
  const type = findType(typeName);
  const made: JsonMap = {};
  // A union of many has one member as a rule.
  const optional = Math.min(0.3, 2 / (type.fields.size + 1));
  for (const name of type.fields.keys()) {
    const field = fieldIn(type, name, NEWEST);
    if (field?.until !== undefined || field === undefined) continue;
    const since = field.since === undefined ? 1 : 0.05;
    const nested = depth > 2 ? 0 : optional;
    if (field.required ? !d.chance(0.97) : !d.chance(nested * since)) continue;
    if (depth > 6) continue;
    made[name] = anyValue(d, field.shape, name, depth + 1);
  }
  return made;
}

/** A text that may be wrong for a field. */
export function hostileText(d: Dice, field: string): string {
  const own = TEXTS_OF[field];
  return own !== undefined && d.chance(0.6) ? d.of(own) : d.of(TEXTS);
}

function hostileScalar(d: Dice, scalar: Scalar, field: string): Json {
  switch (scalar) {
    case 'string':
      return hostileText(d, field);
    case 'int32':
    case 'int64':
      return d.chance(0.03) ? 1.5 : d.of(INTEGERS);
    case 'double':
      return d.of([0, -1, 1.5, 1e21, 10]);
    case 'boolean':
      return d.yes();
    case 'quantity':
      return d.of(QUANTITIES);
    case 'intOrString':
      return d.chance(0.6)
        ? d.of<Json>([...PERCENTS])
        : d.chance(0.5)
          ? d.of(INTEGERS)
          : hostileText(d, field);
    case 'time':
    case 'microTime':
      return d.of(TIMES);
    case 'bytes':
      return d.of<Json>(['', 'YQ==', 'YQ', 'not base64!', 'e30=', 'YQ=\n=', '_-_-', [1, 2]]);
    case 'json':
      return d.of<Json>([{}, [], 'a', 1, true, null, { a: { b: 1 } }]);
  }
}

function usualScalar(d: Dice, scalar: Scalar, field: string): Json {
  switch (scalar) {
    case 'string':
      return TEXTS_OF[field] !== undefined && d.chance(0.5) ? hostileText(d, field) : d.label();
    case 'int32':
    case 'int64':
      return d.of([1, 2, 0, 10, 8080, 600]);
    case 'quantity':
      return d.of(['1', '1Gi', '100m']);
    case 'intOrString':
      return d.of<Json>([1, '25%', 'http', 8080]);
    case 'time':
      return '2026-01-31T00:00:00Z';
    case 'microTime':
      return '2026-01-31T00:00:00.000000Z';
    case 'bytes':
      return 'YQ==';
    case 'boolean':
    case 'double':
    case 'json':
      return hostileScalar(d, scalar, field);
  }
}

/** A value of another type than the shape takes. */
export function wrongType(d: Dice, shape: Shape): Json {
  const all: readonly Json[] = ['text', 1, true, [], {}, ['a'], { a: 'b' }, 1.5, null, '1', 'true'];
  // What is right after all is no harm: it is the server that decides.
  return d.of(
    shape.is === 'scalar' && shape.scalar === 'string' ? all.filter((each) => typeof each !== 'string') : all,
  );
}
