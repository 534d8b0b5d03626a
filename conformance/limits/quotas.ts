/** What quotas of a judge count and refuse, against what the check says, over generated pods and objects. */
import { checkContext } from '../../lib/check/check-context';
import { type Demand } from '../../lib/check/capacity/demand/demand';
import { namespaceDemands } from '../../lib/check/capacity/demand/namespace-demands';
import { type Ledger, ledgerOf } from '../../lib/check/capacity/quota/ledger';
import { namespaceQuotas } from '../../lib/check/capacity/quota/quotas';
import { firstRefusal } from '../../lib/check/capacity/words/refusal';
import { check } from '../../lib/check/check';
import { ExternalIndex } from '../../lib/check/external/external-index';
import { type JsonObject } from '../../lib/model/json-value';
import { parseKubernetesVersion } from '../../lib/model/kubernetes-version';
import { ObjectSet } from '../../lib/model/object-set';
import { Quantity } from '../../lib/model/quantity';
import { type ApiObject } from '../api';
import { type Judge } from '../judge';
import { Random } from '../patterns/random';
import { type Outcome } from './limit-ranges';
import { claim, pod } from './objects';
import { usedIn } from './used';

/** Namespaces of quotas that permit all and count, each with objects; and of one quota that permits little. */
export async function tryQuotas(judge: Judge, from: number, namespaces: number): Promise<Outcome> {
  for (const object of AROUND) await create(judge, object);
  const outcomes: Outcome[] = [];
  for (let seed = from; seed < from + namespaces; seed += 1) {
    outcomes.push(seed % 2 === 0 ? await tryCounting(judge, seed) : await tryRefusing(judge, seed));
  }
  const total = (of: 'sent' | 'refused' | 'invalid'): number =>
    outcomes.reduce((sum, each) => sum + each[of], 0);
  return {
    sent: total('sent'),
    refused: total('refused'),
    invalid: total('invalid'),
    faults: outcomes.flatMap(({ faults }) => faults),
  };
}

const AROUND: readonly JsonObject[] = [
  { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, value: 1000 },
  {
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name: 'vm' },
    handler: 'vm',
    overhead: { podFixed: { cpu: '120m', memory: '50Mi' } },
  },
];

const MUCH = '1000000';
const OF_PODS = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];
const COUNTED = [
  ...OF_PODS,
  'pods',
  'count/pods',
  'requests.ephemeral-storage',
  'limits.ephemeral-storage',
  'ephemeral-storage',
  'hugepages-2Mi',
  'requests.example.com/gpu',
  'services',
  'services.nodeports',
  'services.loadbalancers',
  'count/services',
  'configmaps',
  'secrets',
  'count/configmaps',
  'resourcequotas',
  'persistentvolumeclaims',
  'requests.storage',
  'gold.storageclass.storage.k8s.io/requests.storage',
  'gold.storageclass.storage.k8s.io/persistentvolumeclaims',
  'count/serviceaccounts',
];
const SCOPES: readonly JsonObject[] = [
  { scopes: ['NotBestEffort'] },
  { scopes: ['Terminating'] },
  { scopes: ['NotTerminating'] },
  { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['high'] }] } },
  { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'DoesNotExist' }] } },
  { scopes: ['CrossNamespacePodAffinity'] },
];

/** Creates objects under quotas that permit them, and compares `status.used`. */
async function tryCounting(judge: Judge, seed: number): Promise<Outcome> {
  const r = new Random(seed);
  const namespace = `counted-${seed}`;
  const metadata = (name: string): Readonly<Record<string, string>> => ({ name, namespace });
  const quota = (name: string, names: readonly string[], spec: JsonObject = {}): JsonObject => ({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: metadata(name),
    spec: {
      hard: Object.fromEntries(names.map((each) => [each, MUCH + (isBytes(each) ? 'Gi' : '')])),
      ...spec,
    },
  });
  const quotas = [
    quota('all', COUNTED),
    quota('best', ['pods'], { scopes: ['BestEffort'] }),
    ...SCOPES.map((scope, index) => quota(`scope-${index}`, ['pods', ...OF_PODS], scope)),
  ];
  const objects = [
    defaults(metadata('defaults')),
    ...r.list(2, 7, (index) => pod(r, metadata(`pod-${index}`), more(r))),
    ...r.list(0, 4, (index) => claim(r, metadata(`claim-${index}`))),
    ...r.list(0, 4, (index) => service(r, metadata(`service-${index}`))),
    ...r.list(0, 3, (index) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata(`config-${index}`),
    })),
  ];
  await judge.createNamespace(namespace);
  for (const each of quotas) await create(judge, each);
  await known(judge, namespace, quotas.length);
  const accepted: JsonObject[] = [];
  let invalid = 0;
  for (const each of objects) {
    if (await create(judge, each)) accepted.push(each);
    else invalid += 1;
  }
  const ledgers = ledgersOf([...AROUND, ...quotas, ...accepted], namespace, judge.version);
  const faults = await settled(judge, namespace, ledgers);
  return {
    sent: objects.length,
    refused: invalid,
    invalid,
    faults: faults.map((fault) => `seed ${seed}: ${fault}`),
  };
}

/** Creates pods one by one under a quota that soon refuses them, and compares the words. */
async function tryRefusing(judge: Judge, seed: number): Promise<Outcome> {
  const r = new Random(seed);
  const namespace = `refused-${seed}`;
  const metadata = (name: string): Readonly<Record<string, string>> => ({ name, namespace });
  const quota: JsonObject = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: metadata('few'),
    spec: {
      hard: {
        'count/pods': MUCH,
        ...r.record(
          [...OF_PODS, 'pods', 'requests.ephemeral-storage'],
          (name) =>
            name === 'pods' ? '3' : isBytes(name) ? r.pick('1Gi', '3Gi', '4000M') : r.pick('1', '2500m', '4'),
          0.35,
        ),
      },
      ...(r.chance(0.3) && { scopes: [r.pick('NotBestEffort', 'NotTerminating')] }),
    },
  };
  const pods = r.list(3, 8, (index) => pod(r, metadata(`pod-${index}`), more(r)));
  const limits = r.chance(0.6) ? [defaults(metadata('defaults'))] : [];
  await judge.createNamespace(namespace);
  if (!(await create(judge, quota))) return { sent: 1, refused: 1, invalid: 1, faults: [] };
  for (const each of limits) await create(judge, each);
  await known(judge, namespace, 1);
  const set = [...AROUND, quota, ...limits];
  const used = new Map<string, Quantity>();
  const faults: string[] = [];
  let [refused, invalid] = [0, 0];
  for (const each of pods) {
    const [ledger] = ledgersOf([...set, each], namespace, judge.version);
    const demand = ledger?.demands.find(({ pods: ofPod }) => ofPod !== undefined);
    const expected =
      ledger === undefined ? undefined : refusalOf(ledger, demand, [...set, each], used, judge.version);
    const verdict = await judge.create(each as unknown as ApiObject);
    if (!verdict.accepted && verdict.status.code !== 403) {
      invalid += 1;
      continue;
    }
    if (!verdict.accepted) refused += 1;
    const told = verdict.accepted ? undefined : verdict.status.message.replace(/^.*? is forbidden: /s, '');
    if (told !== expected) {
      faults.push(
        `seed ${seed}: the server says ${told ?? 'yes'}\n  the check ${expected ?? 'yes'}\n  ${JSON.stringify([quota, each])}`,
      );
    }
    if (!verdict.accepted || demand === undefined) continue;
    for (const [name, amount] of demand.each) {
      if (ledger?.lines.has(name) === true) used.set(name, (used.get(name) ?? Quantity.ZERO).add(amount));
    }
  }
  return { sent: pods.length, refused: refused + invalid, invalid, faults };
}

function refusalOf(
  ledger: Ledger,
  demand: Demand | undefined,
  objects: readonly JsonObject[],
  used: ReadonlyMap<string, Quantity>,
  version: string,
): string | undefined {
  if (demand === undefined) return undefined;
  const lacking = check(new ObjectSet(objects.map((object) => ({ object }))), {
    target: parseKubernetesVersion(version),
  })
    .filter(({ code }) => code === 'K406')
    .flatMap(({ notes }) => /"(failed quota: .*)"/.exec(notes.join('\n'))?.[1] ?? []);
  return lacking[0] ?? firstRefusal({ ...ledger, demands: [demand] }, () => 1, used)?.message;
}

function ledgersOf(objects: readonly JsonObject[], namespace: string, version: string): readonly Ledger[] {
  const set = new ObjectSet(objects.map((object) => ({ object })));
  const context = checkContext(set, parseKubernetesVersion(version), new ExternalIndex());
  const demands = namespaceDemands(namespace, context);
  return (context.once(namespaceQuotas).get(namespace) ?? []).map((quota) =>
    ledgerOf(quota, demands, context.target),
  );
}

/** Waits until the quota controller has counted for the first time: before, a quota refuses all. */
async function known(judge: Judge, namespace: string, quotas: number): Promise<void> {
  await judge.until('quotas with a status', async () => {
    const used = Object.values(await usedIn(judge, namespace));
    return used.length === quotas && used.every((each) => Object.keys(each).length > 0);
  });
  // What the API server has not seen yet it does not hold against pods.
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** What differs once the server has counted; it may be late, so that a difference is looked at again. */
async function settled(
  judge: Judge,
  namespace: string,
  ledgers: readonly Ledger[],
): Promise<readonly string[]> {
  let faults: readonly string[] = [];
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const used = await usedIn(judge, namespace);
    faults = ledgers.flatMap(({ quota, lines }) =>
      [...lines.values()].flatMap(({ resource, figures }) => {
        const theirs = used[quota.entry.name]?.[resource];
        if (theirs !== undefined && Quantity.parse(theirs).equals(figures.steady)) return [];
        return [
          `${quota.entry.name} ${resource}: the server counts ${theirs ?? 'nothing'}, the check ${figures.steady.toString()}`,
        ];
      }),
    );
    if (faults.length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return faults;
}

function isBytes(name: string): boolean {
  return /memory|storage$|hugepages/.test(name) && !name.endsWith('persistentvolumeclaims');
}

function defaults(metadata: JsonObject): JsonObject {
  const limits = [
    { type: 'Container', default: { cpu: '2', memory: '2Gi' }, defaultRequest: { cpu: '150m' } },
  ];
  return { apiVersion: 'v1', kind: 'LimitRange', metadata, spec: { limits } };
}

function more(r: Random): JsonObject {
  const term = { topologyKey: 'zone', labelSelector: {}, ...(r.chance(0.5) && { namespaceSelector: {} }) };
  return {
    ...(r.chance(0.3) && { priorityClassName: 'high' }),
    ...(r.chance(0.2) && { runtimeClassName: 'vm' }),
    ...(r.chance(0.3) && { activeDeadlineSeconds: 600 }),
    ...(r.chance(0.3) && {
      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
    }),
  };
}

function service(r: Random, metadata: JsonObject): JsonObject {
  const type = r.pick('ClusterIP', 'NodePort', 'LoadBalancer');
  const ports = r.list(1, 3, (index) => ({ name: `p${index}`, port: 80 + index }));
  const allocates = type === 'LoadBalancer' && r.chance(0.5) ? { allocateLoadBalancerNodePorts: false } : {};
  return { apiVersion: 'v1', kind: 'Service', metadata, spec: { type, ports, ...allocates } };
}

async function create(judge: Judge, object: JsonObject): Promise<boolean> {
  return (await judge.create(object as unknown as ApiObject)).accepted;
}
