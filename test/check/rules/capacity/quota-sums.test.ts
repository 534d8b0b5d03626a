import { type External } from '../../../../lib/check/external/external';
import { type JsonObject } from '../../../../lib/model/json-value';
import { asks, autoscaler, found, label, object, pod, quota, titles, workload } from './workloads';

const EXCEEDED = 'K401 error ResourceQuota `team-a/compute` is exceeded by the pods of its namespace';

describe('the sum of pods', () => {
  it('is shown with its parts, what the server says, and what to write', () => {
    const [one, ...others] = found([
      quota({ 'requests.cpu': 2, 'limits.memory': '1Gi' }),
      workload('Deployment', 'api', asks('500m', { memory: '128Mi' }), {
        replicas: 3,
        strategy: { type: 'Recreate' },
      }),
      workload('StatefulSet', 'db', asks('1', { memory: '512Mi' })),
    ]);
    expect(others).toEqual([]);
    expect(label(one)).toBe('requests.cpu: 3 x 500m + 1 = 2500m, 500m over the quota of 2');
    expect(one?.notes).toEqual([
      'the workloads are accepted, and the pods that come last are refused (FailedCreate):\n' +
        '"exceeded quota: compute, requested: requests.cpu=1, used: requests.cpu=1500m, limited: requests.cpu=2"',
    ]);
    expect(one?.help).toEqual([
      'run Deployment `team-a/api` with 2 replicas, or raise the quota to requests.cpu: 2500m',
    ]);
    expect(one?.spans.slice(1).map((span) => span.label)).toEqual([
      'requests.cpu: 3 x 500m = 1500m',
      'requests.cpu: 1',
    ]);
  });

  it('counts cpu and memory by request, and pods by number', () => {
    expect(titles(quota({ cpu: 1 }), pod('a', asks('1')))).toEqual([]);
    expect(titles(quota({ cpu: 1 }), pod('a', asks('1')), pod('b', asks('1')))).toEqual([EXCEEDED]);
    const two = [quota({ pods: 1 }), pod('a', asks({})), pod('b', asks({}))];
    expect(titles(...two)).toEqual([EXCEEDED]);
    expect(found(two)[0]?.help).toEqual(['leave 1 out, or raise the quota to pods: 2']);
    expect(found(two)[0]?.notes[0]).toContain('the API server refuses what comes last');
  });

  it.each([
    ['the requests that LimitRanges give', { 'requests.cpu': 1 }, asks({})],
    [
      'the largest need at any time',
      { 'requests.cpu': 1 },
      {
        ...asks('100m'),
        initContainers: [{ name: 'init', resources: { requests: { cpu: '600m' } } }],
      },
    ],
    [
      'the overhead of a RuntimeClass',
      { 'requests.cpu': 1 },
      asks('500m', undefined, { runtimeClassName: 'vm' }),
    ],
    [
      'devices',
      { 'requests.example.com/gpu': 1 },
      asks({ cpu: 0, 'example.com/gpu': 1 }, { 'example.com/gpu': 1 }),
    ],
    [
      'huge pages',
      { 'hugepages-2Mi': '6Mi' },
      asks({ 'hugepages-2Mi': '4Mi', cpu: 0 }, { 'hugepages-2Mi': '4Mi' }),
    ],
    [
      'scratch space',
      { 'limits.ephemeral-storage': '1Gi' },
      asks({ cpu: 0 }, { 'ephemeral-storage': '600Mi' }),
    ],
  ])('counts %s', (_, hard, spec: JsonObject) => {
    const around = [
      object('v1', 'LimitRange', 'defaults', {
        spec: { limits: [{ type: 'Container', defaultRequest: { cpu: '600m' } }] },
      }),
      {
        apiVersion: 'node.k8s.io/v1',
        kind: 'RuntimeClass',
        metadata: { name: 'vm' },
        handler: 'vm',
        overhead: { podFixed: { cpu: '100m' } },
      },
      quota(hard),
    ];
    expect(titles(...around, pod('a', spec))).toEqual([]);
    expect(titles(...around, pod('a', spec), pod('b', spec))).toEqual([EXCEEDED]);
  });

  it('takes replicas from an autoscaler, as it will', () => {
    const api = workload('Deployment', 'api', asks('1'), { replicas: 5, strategy: { type: 'Recreate' } });
    expect(titles(quota({ cpu: 3 }), api, autoscaler('api', 1, 3))).toEqual([]);
    expect(
      titles(
        quota({ cpu: 3 }),
        workload('Deployment', 'api', asks('1'), { strategy: { type: 'Recreate' } }),
        autoscaler('api', 4, 4),
      ),
    ).toEqual([EXCEEDED]);
  });

  it('takes a pod of a DaemonSet for each node that it runs on, and says so where none is known', () => {
    const node = (name: string, labels: JsonObject, taints: readonly JsonObject[] = []) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels },
      spec: { taints },
    });
    const agent = workload('DaemonSet', 'agent', asks('1', undefined, { nodeSelector: { disk: 'ssd' } }));
    const ssd = { disk: 'ssd' };
    const tainted = [{ key: 'gpu', effect: 'NoSchedule' }];
    const nodes = [node('a', ssd), node('b', ssd), node('c', {}), node('d', ssd, tainted)];
    expect(titles(quota({ cpu: 2 }), agent, ...nodes)).toEqual([]);
    expect(titles(quota({ cpu: 2 }), agent, ...nodes, node('e', ssd))).toEqual([EXCEEDED]);
    const [unknown] = found([quota({ cpu: 1 }), agent, pod('a', asks('1')), pod('b', asks('1'))]);
    expect(unknown?.notes).toContain(
      'the pods of DaemonSet `team-a/agent` come on top: 1 of cpu on every node',
    );
  });

  it('leaves out pods that ended, and those of an owner in the set', () => {
    const owned = {
      ...workload('ReplicaSet', 'api-1', asks('1')),
      metadata: {
        name: 'api-1',
        namespace: 'team-a',
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'api', controller: true }],
      },
    };
    const ended = { ...pod('a', asks('1')), status: { phase: 'Succeeded' } };
    const api = workload('Deployment', 'api', asks('1'), { strategy: { type: 'Recreate' } });
    expect(titles(quota({ cpu: 1 }), api, owned, ended)).toEqual([]);
  });
});

describe('the scopes of a quota', () => {
  const counts = (scope: JsonObject, ...pods: readonly JsonObject[]) =>
    titles(quota({ pods: 0 }, scope), ...pods.map((spec, at) => pod(`p${at}`, spec))).length;
  const effort = asks('1');
  const best = asks({});

  it('tell pods apart', () => {
    expect(counts({ scopes: ['BestEffort'] }, effort)).toBe(0);
    expect(counts({ scopes: ['BestEffort'] }, best)).toBe(1);
    expect(counts({ scopes: ['NotBestEffort'] }, effort, best)).toBe(1);
    expect(counts({ scopes: ['Terminating'] }, best, { ...best, activeDeadlineSeconds: 0 })).toBe(1);
    expect(counts({ scopes: ['NotTerminating'] }, best, { ...best, activeDeadlineSeconds: 5 })).toBe(1);
    const term = { topologyKey: 'zone', namespaceSelector: {} };
    const affinity = {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }],
      },
    };
    expect(counts({ scopes: ['CrossNamespacePodAffinity'] }, best, { ...best, affinity })).toBe(1);
  });

  it('select by PriorityClass, and by the default class', () => {
    const select = (operator: string, ...values: readonly string[]): JsonObject => ({
      scopeSelector: {
        matchExpressions: [{ scopeName: 'PriorityClass', operator, ...(values.length > 0 && { values }) }],
      },
    });
    const high = { ...best, priorityClassName: 'high' };
    expect(counts(select('In', 'high'), best, high)).toBe(1);
    expect(counts(select('NotIn', 'high'), best, high)).toBe(1);
    expect(counts(select('Exists'), best, high)).toBe(1);
    expect(counts(select('DoesNotExist'), best, high)).toBe(1);
    const byDefault = {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'high' },
      value: 1,
      globalDefault: true,
    };
    expect(titles(quota({ pods: 0 }, select('In', 'high')), byDefault, pod('a', best))).toHaveLength(1);
  });

  it('are of no object but pods', () => {
    const two = ['a', 'b'].map((name) => object('v1', 'Secret', name));
    expect(titles(quota({ secrets: 1 }, { scopes: ['NotBestEffort'] }), ...two)).toEqual([]);
  });
});

describe('a pod larger than the quota', () => {
  it('is told once, by itself, and the rest of the sum is not blamed for it', () => {
    const all = [quota({ 'requests.cpu': 1 }), pod('big', asks('2')), pod('small', asks('1'))];
    const [one, ...others] = found(all);
    expect(others).toEqual([]);
    expect(one?.title).toBe('Pod `team-a/big` does not fit into the whole ResourceQuota `compute`');
    expect(one?.help).toEqual([
      'lower requests.cpu of the pod to 1 at most, or raise the quota to requests.cpu: 3, which all pods of the namespace need',
    ]);
  });
});

describe('a quota on cpu or memory', () => {
  const hard = { 'requests.cpu': 9, 'limits.memory': '9Gi' };

  it('wants each container to say how much', () => {
    const spec = {
      ...asks('1', { memory: '1Gi' }),
      initContainers: [{ name: 'init', resources: { requests: { cpu: 1 } } }],
    };
    const [one, ...others] = found([quota(hard), workload('StatefulSet', 'db', spec)]);
    expect(others).toEqual([]);
    expect(one?.notes[0]).toContain('"failed quota: compute: must specify limits.memory for: init"');
    expect(one?.path).toBe('/spec/template/spec/initContainers/0/resources');
    expect(titles(quota(hard), pod('a', asks({}, { cpu: 1, memory: '1Gi' })))).toEqual([]);
    const two = {
      containers: [
        { name: 'b', resources: { limits: { memory: 1 } } },
        { name: 'a', resources: { requests: { cpu: 1 } } },
      ],
    };
    expect(found([quota(hard), pod('a', two)])[0]?.notes[0]).toContain(
      '"failed quota: compute: must specify limits.memory for: a; requests.cpu for: b"',
    );
  });

  it('is content with resources of the pod, since 1.34', () => {
    const spec = { ...asks({}), resources: { limits: { cpu: 1, memory: '1Gi' } } };
    expect(found([quota(hard), pod('a', spec)], { target: '1.34' })).toEqual([]);
    expect(found([quota(hard), pod('a', spec)], { target: '1.33' })).toHaveLength(1);
  });

  it('is content where a LimitRange is declared to be there', () => {
    const external = { objects: [{ kind: 'LimitRange', namespace: 'team-*' }] };
    expect(found([quota(hard), pod('a', asks({}))], { external })).toEqual([]);
    expect(titles(quota({ 'requests.ephemeral-storage': 1 }), pod('a', asks({})))).toEqual([]);
  });
});

describe('a quota on objects', () => {
  const isOver = (hard: JsonObject, ...objects: readonly JsonObject[]): boolean =>
    titles(quota(hard), ...objects).includes(
      'K403 error ResourceQuota `team-a/compute` is exceeded by the objects of its namespace',
    );

  it('counts those of the set, and those that every namespace has', () => {
    const config = object('v1', 'ConfigMap', 'settings');
    expect(isOver({ configmaps: 2 }, config)).toBe(false);
    expect(isOver({ configmaps: 1 }, config)).toBe(true);
    expect(isOver({ resourcequotas: 1 })).toBe(false);
    expect(isOver({ 'count/deployments.apps': 0 }, workload('Deployment', 'a', asks({})))).toBe(true);
    expect(isOver({ 'count/replicasets.apps': 1 }, workload('Deployment', 'a', asks({})))).toBe(false);
  });

  it('counts kinds that a CustomResourceDefinition defines, of the set or as it is installed', () => {
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'carts.example.com' },
      spec: { group: 'example.com', scope: 'Namespaced', names: { kind: 'Cart', plural: 'carts' } },
    };
    const hard = { 'count/carts.example.com': 0 };
    const cart = object('example.com/v1', 'Cart', 'a');
    expect(isOver(hard, definition, cart)).toBe(true);
    expect(isOver(hard, cart)).toBe(false);
    const declared = (external: External): readonly string[] =>
      found([quota(hard), cart], { external })
        .map(({ code }) => code)
        .filter((code) => code === 'K403');
    expect(declared({ crds: [definition] })).toEqual(['K403']);
    const resource = { group: 'example.com', resource: 'carts', kind: 'Cart', namespaced: true };
    expect(declared({ resources: [resource] })).toEqual(['K403']);
    expect(declared({})).toEqual([]);
  });

  it('counts node ports and load balancers', () => {
    const service = (spec: JsonObject) => object('v1', 'Service', 'web', { spec });
    const ports = [{ port: 80 }, { port: 443, nodePort: 30443 }];
    expect(isOver({ 'services.nodeports': 1 }, service({ type: 'NodePort', ports }))).toBe(true);
    expect(isOver({ 'services.nodeports': 0 }, service({ ports }))).toBe(false);
    const balanced = { type: 'LoadBalancer', ports, allocateLoadBalancerNodePorts: false };
    expect(isOver({ 'services.nodeports': 1 }, service(balanced))).toBe(false);
    expect(isOver({ 'services.nodeports': 0 }, service(balanced))).toBe(true);
    expect(isOver({ 'services.loadbalancers': 0 }, service(balanced))).toBe(true);
  });

  it('counts claims wherever they are made, and their storage by class', () => {
    const spec = (storage: string, storageClassName?: string): JsonObject => ({
      accessModes: ['ReadWriteOnce'],
      ...(storageClassName !== undefined && { storageClassName }),
      resources: { requests: { storage } },
    });
    const db = workload('StatefulSet', 'db', asks({}), {
      replicas: 3,
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: spec('10Gi', 'gold') }],
    });
    expect(isOver({ 'requests.storage': '30Gi', persistentvolumeclaims: 3 }, db)).toBe(false);
    expect(isOver({ 'requests.storage': '29Gi' }, db)).toBe(true);
    expect(isOver({ 'gold.storageclass.storage.k8s.io/requests.storage': '29Gi' }, db)).toBe(true);
    expect(isOver({ 'tin.storageclass.storage.k8s.io/persistentvolumeclaims': 0 }, db)).toBe(false);
    const claim = object('v1', 'PersistentVolumeClaim', 'data', { spec: spec('1Gi') });
    const gold = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'gold', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
      provisioner: 'example.com/disks',
    };
    expect(isOver({ 'gold.storageclass.storage.k8s.io/persistentvolumeclaims': 0 }, claim)).toBe(false);
    expect(isOver({ 'gold.storageclass.storage.k8s.io/persistentvolumeclaims': 0 }, claim, gold)).toBe(true);
  });
});
