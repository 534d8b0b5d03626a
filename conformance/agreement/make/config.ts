import { type Dice, type Json, type JsonMap } from '../dice';
import { metadata, nameOnly } from './metadata';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const keys = ['a', 'A.b_c-d', '.hidden', 'app.properties', '0'];

export function configMap(d: Dice): JsonMap {
  const all = d.shuffle(keys);
  return {
    metadata: metadata(d),
    ...d.opt(
      {
        data: () => Object.fromEntries(d.sample(all.slice(0, 3), 0).map((key) => [key, d.text()])),
        binaryData: () => Object.fromEntries(d.sample(all.slice(3), 0).map((key) => [key, base64(d.text())])),
        immutable: () => d.yes(),
      },
      0.6,
    ),
  };
}

export function secret(d: Dice): JsonMap {
  const auth = JSON.stringify({ auths: { 'example.com': { auth: base64('a:b') } } });
  const typed = d.pick<JsonMap>(
    {},
    {},
    { type: 'Opaque' },
    { type: 'example.com/own' },
    { type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': base64(auth) } },
    { type: 'kubernetes.io/dockercfg', stringData: { '.dockercfg': '{}' } },
    { type: 'kubernetes.io/basic-auth', stringData: { username: 'a', password: 'b' } },
    { type: 'kubernetes.io/basic-auth', data: { password: base64('b') } },
    { type: 'kubernetes.io/ssh-auth', stringData: { 'ssh-privatekey': 'k' } },
    { type: 'kubernetes.io/tls', data: { 'tls.crt': base64('c'), 'tls.key': base64('k') } },
    { type: 'bootstrap.kubernetes.io/token', stringData: { 'token-id': 'abcdef' } },
  );
  const free = d.opt(
    {
      data: () => Object.fromEntries(d.sample(keys, 0).map((key) => [key, base64(d.text())])),
      stringData: () => Object.fromEntries(d.sample(keys, 0).map((key) => [key, d.text()])),
      immutable: () => d.yes(),
    },
    0.5,
  );
  const serviceAccount = d.chance(0.06) && {
    type: 'kubernetes.io/service-account-token',
    metadata: { name: d.label(), annotations: { 'kubernetes.io/service-account.name': 'default' } },
  };
  return { metadata: metadata(d), ...free, ...typed, ...serviceAccount };
}

export const namespace = (d: Dice): JsonMap => ({
  metadata: metadata(d, d.label()),
  ...d.opt({ spec: () => ({ finalizers: d.sample(['kubernetes', 'example.com/x'], 0) }) }, 0.15),
});

export const serviceAccount = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  ...d.opt({
    automountServiceAccountToken: () => d.yes(),
    imagePullSecrets: () => d.list(0, 2, () => nameOnly(d)),
    secrets: () => d.list(0, 2, () => nameOnly(d)),
  }),
});

const quotaAmounts: Readonly<Record<string, readonly Json[]>> = {
  'requests.cpu': ['1', '500m', 2],
  'limits.memory': ['1Gi', 1000],
  cpu: ['1'],
  memory: ['1Gi'],
  pods: ['10', 0],
  services: ['5'],
  'services.nodeports': ['0'],
  'count/deployments.apps': ['10'],
  'requests.storage': ['100Gi'],
  'fast.storageclass.storage.k8s.io/requests.storage': ['10Gi'],
  persistentvolumeclaims: ['4'],
  'requests.nvidia.com/gpu': ['4'],
  'requests.ephemeral-storage': ['4Gi'],
  'limits.cpu': ['4'],
};

export function resourceQuota(d: Dice): JsonMap {
  const scoped = d.chance(0.2);
  const hard = Object.fromEntries(
    d
      .sample(
        scoped
          ? ['pods', 'limits.cpu', 'limits.memory', 'requests.cpu', 'cpu', 'memory']
          : Object.keys(quotaAmounts),
        0,
        5,
      )
      .map((key) => [key, d.of(quotaAmounts[key] ?? ['1'])]),
  );
  return {
    metadata: metadata(d),
    spec: {
      hard,
      ...(scoped &&
        d.pick<JsonMap>(
          { scopes: ['NotTerminating'] },
          { scopes: ['Terminating', 'NotBestEffort'] },
          {
            scopeSelector: {
              matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['high'] }],
            },
          },
          { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'Exists' }] } },
          { scopes: ['CrossNamespacePodAffinity'] },
        )),
    },
  };
}

export function limitRange(d: Dice): JsonMap {
  const item = (): JsonMap => {
    const type = d.of(['Container', 'Container', 'Pod', 'PersistentVolumeClaim', 'example.com/thing']);
    if (type === 'PersistentVolumeClaim')
      return { type, max: { storage: '10Gi' }, ...d.opt({ min: () => ({ storage: '1Gi' }) }) };
    const names = d.sample(['cpu', 'memory', 'ephemeral-storage'], 1);
    const amounts = (cpu: string, memory: string): JsonMap =>
      Object.fromEntries(names.map((name) => [name, name === 'cpu' ? cpu : memory]));
    return {
      type,
      ...d.opt(
        {
          min: () => amounts('100m', '64Mi'),
          max: () => amounts('2', '2Gi'),
          maxLimitRequestRatio: () => amounts('5', '4'),
          ...(type === 'Pod'
            ? {}
            : { default: () => amounts('1', '1Gi'), defaultRequest: () => amounts('200m', '256Mi') }),
        },
        0.5,
      ),
    };
  };
  return { metadata: metadata(d), spec: { limits: distinct(d.list(0, 3, item)) } };
}

/** One item a type. */
const distinct = (items: readonly JsonMap[]): JsonMap[] => [
  ...new Map(items.map((item) => [item.type, item])).values(),
];
