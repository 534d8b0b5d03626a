import { type JsonObject, type JsonValue } from '../../lib/model/json-value';

/** A set that grows: so many objects of a kind, or one object with so many of something. */
export interface Shape {
  readonly name: string;
  /** The objects for a size; their number grows as the size does. */
  readonly objects: (size: number) => readonly JsonObject[];
}

const NAMESPACE = 'a';

type Make = (index: number) => JsonObject;

/** `count` of each of some objects. */
function many(count: number, ...makes: readonly Make[]): JsonObject[] {
  return makes.flatMap((make) => Array.from({ length: count }, (_, index) => make(index)));
}

function masses(name: string, ...makes: readonly Make[]): Shape {
  return { name, objects: (size) => many(Math.ceil(size / makes.length), ...makes) };
}

/** One object of so many parts, with others that it needs. */
function one(name: string, make: (size: number) => JsonObject, ...others: readonly JsonObject[]): Shape {
  return { name: `one ${name}`, objects: (size) => [make(size), ...others] };
}

function list<T extends JsonValue>(count: number, item: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

function map(count: number, key: (index: number) => string, value: (index: number) => JsonValue): JsonObject {
  return Object.fromEntries(list(count, (index) => [key(index), value(index)] as [string, JsonValue]));
}

interface Meta {
  readonly namespace?: string;
  readonly labels?: JsonObject;
  readonly annotations?: JsonObject;
}

function object(
  apiVersion: string,
  kind: string,
  name: string,
  rest: JsonObject,
  meta: Meta = {},
): JsonObject {
  return { apiVersion, kind, metadata: { name, namespace: NAMESPACE, ...meta }, ...rest };
}

function cluster(
  apiVersion: string,
  kind: string,
  name: string,
  rest: JsonObject,
  meta: Meta = {},
): JsonObject {
  return { apiVersion, kind, metadata: { name, ...meta }, ...rest };
}

const CONTAINER: JsonObject = {
  name: 'web',
  image: 'example.com/web:1.0.0',
  ports: [{ name: 'http', containerPort: 8080 }],
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
};

interface PodParts {
  readonly labels?: JsonObject;
  readonly pod?: JsonObject;
  readonly container?: JsonObject;
}

function template({ labels = { app: 'x' }, pod = {}, container = {} }: PodParts = {}): JsonObject {
  return { metadata: { labels }, spec: { containers: [{ ...CONTAINER, ...container }], ...pod } };
}

interface WorkloadParts extends PodParts {
  readonly selector?: JsonObject;
  readonly spec?: JsonObject;
}

function workload(
  kind: string,
  name: string,
  { selector, spec, ...parts }: WorkloadParts = {},
  meta?: Meta,
): JsonObject {
  const chosen = selector ?? { matchLabels: parts.labels ?? { app: 'x' } };
  return object(
    'apps/v1',
    kind,
    name,
    { spec: { selector: chosen, template: template(parts), ...spec } },
    meta,
  );
}

/** A Deployment whose pods are told apart by a label. */
function deployment(index: number, parts: WorkloadParts = {}, meta?: Meta): JsonObject {
  return workload('Deployment', `d${index}`, { labels: { app: `d${index}`, tier: 'web' }, ...parts }, meta);
}

function service(index: number, selector: JsonObject, port: JsonObject = {}): JsonObject {
  return object('v1', 'Service', `s${index}`, {
    spec: { selector, ports: [{ port: 80, targetPort: 'http', ...port }] },
  });
}

function policy(index: number, spec: JsonObject): JsonObject {
  return object('networking.k8s.io/v1', 'NetworkPolicy', `n${index}`, { spec });
}

function budget(index: number, spec: JsonObject): JsonObject {
  return object('policy/v1', 'PodDisruptionBudget', `b${index}`, { spec });
}

function autoscaler(index: number, target: string, spec: JsonObject = {}): JsonObject {
  return object('autoscaling/v2', 'HorizontalPodAutoscaler', `h${index}`, {
    spec: {
      minReplicas: 1,
      maxReplicas: 3,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
        },
      ],
      ...spec,
    },
  });
}

function quota(index: number, spec: JsonObject): JsonObject {
  return object('v1', 'ResourceQuota', `q${index}`, { spec });
}

function limits(index: number, items: readonly JsonObject[]): JsonObject {
  return object('v1', 'LimitRange', `l${index}`, { spec: { limits: [...items] } });
}

function ingress(
  index: number,
  {
    host = 'h.example.com',
    path = '/',
    service: to = `s${index}`,
  }: {
    readonly host?: string;
    readonly path?: string;
    readonly service?: string;
  } = {},
): JsonObject {
  return object('networking.k8s.io/v1', 'Ingress', `i${index}`, {
    spec: {
      ingressClassName: 'n',
      tls: [{ hosts: [host], secretName: `t${index}` }],
      rules: [rule(host, path, to)],
    },
  });
}

function rule(host: string, path: string, to: string): JsonObject {
  return {
    host,
    http: { paths: [{ path, pathType: 'Prefix', backend: { service: { name: to, port: { number: 80 } } } }] },
  };
}

const RBAC = 'rbac.authorization.k8s.io';

function role(index: number, rules: readonly JsonObject[]): JsonObject {
  return object(`${RBAC}/v1`, 'Role', `r${index}`, { rules: [...rules] });
}

function binding(index: number, name: string, account: string): JsonObject {
  return object(`${RBAC}/v1`, 'RoleBinding', `b${index}`, {
    roleRef: { apiGroup: RBAC, kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace: NAMESPACE }],
  });
}

interface StorageParts {
  readonly size?: string;
  readonly class?: string;
  readonly labels?: JsonObject;
  readonly spec?: JsonObject;
}

function volume(
  index: number,
  { size = '10Gi', class: storageClassName = 'manual', labels, spec }: StorageParts = {},
): JsonObject {
  return cluster(
    'v1',
    'PersistentVolume',
    `v${index}`,
    {
      spec: {
        capacity: { storage: size },
        accessModes: ['ReadWriteOnce'],
        storageClassName,
        nfs: { server: 's', path: '/p' },
        ...spec,
      },
    },
    labels === undefined ? {} : { labels },
  );
}

function claim(
  index: number,
  { size = '10Gi', class: storageClassName = 'manual', spec }: StorageParts = {},
): JsonObject {
  return object('v1', 'PersistentVolumeClaim', `c${index}`, {
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName,
      resources: { requests: { storage: size } },
      ...spec,
    },
  });
}

function node(index: number, labels: JsonObject = {}, spec: JsonObject = {}): JsonObject {
  return cluster(
    'v1',
    'Node',
    `n${index}`,
    { spec, status: { allocatable: { cpu: '4', memory: '8Gi', pods: '110' } } },
    { labels: { 'kubernetes.io/hostname': `n${index}`, zone: `z${index % 3}`, ...labels } },
  );
}

const EXPRESSION = (key: string, operator: string, values?: readonly string[]): JsonObject => ({
  matchExpressions: [{ key, operator, ...(values && { values: [...values] }) }],
});

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const apart = (selector: JsonObject): JsonObject => ({
  affinity: {
    podAntiAffinity: { [REQUIRED]: [{ topologyKey: 'kubernetes.io/hostname', labelSelector: selector }] },
  },
});

const HOST_PORT = { container: { ports: [{ containerPort: 80, hostPort: 80 }] } };

function webhook(index: number): JsonObject {
  return cluster('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', `w${index}`, {
    webhooks: [
      {
        name: 'pods.example.com',
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        clientConfig: { service: { name: `s${index}`, namespace: NAMESPACE } },
        rules: [{ apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] }],
      },
    ],
  });
}

function definition(index: number): JsonObject {
  return cluster('apiextensions.k8s.io/v1', 'CustomResourceDefinition', `as${index}.example.com`, {
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: `A${index}`, plural: `as${index}`, singular: `a${index}`, listKind: `A${index}List` },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { spec: { type: 'object', properties: { a: { type: 'string' } } } },
            },
          },
        },
      ],
    },
  });
}

function slice(index: number, owner: string): JsonObject {
  return object(
    'discovery.k8s.io/v1',
    'EndpointSlice',
    `e${index}`,
    {
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.0.0.1'] }],
      ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
    },
    { labels: { 'kubernetes.io/service-name': owner } },
  );
}

function pod(index: number, spec: JsonObject, labels: JsonObject = { app: 'x' }): JsonObject {
  return object('v1', 'Pod', `p${index}`, { spec: { containers: [CONTAINER], ...spec } }, { labels });
}

function configMap(name: string, data: JsonObject): JsonObject {
  return object('v1', 'ConfigMap', name, { data });
}

function envFrom(
  count: number,
  kind: 'configMapKeyRef' | 'secretKeyRef',
  key: (index: number) => string,
): JsonObject[] {
  return list(count, (index) => ({
    name: `A${index}`,
    valueFrom: { [kind]: { name: 'x', key: key(index) } },
  }));
}

/** Kinds in masses, in one namespace: right and wrong, sharing what they select or each with its own. */
const MASSES: readonly Shape[] = [
  masses('Deployments, own labels', (i) => deployment(i)),
  masses('Deployments, one selector', (i) => deployment(i, { labels: { app: 'x' } })),
  masses('Deployments, one selector, own labels', (i) =>
    deployment(i, { labels: { app: 'x', own: `d${i}` }, selector: { matchLabels: { app: 'x' } } }),
  ),
  masses('Deployments, some with wide selectors', (i) =>
    deployment(i, {
      labels: { app: 'x', own: `d${i}` },
      selector: { matchLabels: i % 2 === 0 ? { app: 'x' } : { app: 'x', own: `d${i}` } },
    }),
  ),
  masses('Deployments, selectors Exists', (i) => deployment(i, { selector: EXPRESSION('app', 'Exists') })),
  masses('Deployments, selectors NotIn what none has', (i) =>
    deployment(i, { labels: { app: 'x' }, selector: EXPRESSION('app', 'NotIn', [`none${i}`]) }),
  ),
  masses('Deployments, selectors NotIn each other', (i) =>
    deployment(i, { selector: EXPRESSION('app', 'NotIn', [`d${i + 1}`]) }),
  ),
  masses('Deployments, selectors In two', (i) =>
    deployment(i, { selector: EXPRESSION('app', 'In', [`d${i}`, `d${i + 1}`]) }),
  ),
  masses('Deployments with missing references', (i) =>
    deployment(i, {
      container: { envFrom: [{ configMapRef: { name: `cm${i}` } }, { secretRef: { name: `s${i}` } }] },
      pod: {
        serviceAccountName: `sa${i}`,
        priorityClassName: `p${i}`,
        runtimeClassName: `rc${i}`,
        imagePullSecrets: [{ name: `q${i}` }],
        volumes: [{ name: 'v', persistentVolumeClaim: { claimName: `pv${i}` } }],
      },
    }),
  ),
  masses(
    'Deployments with references, nearly right',
    (i) =>
      deployment(i, {
        container: {
          envFrom: [{ configMapRef: { name: `config-${i}x` } }, { secretRef: { name: `secret-${i}x` } }],
        },
        pod: {
          serviceAccountName: `account-${i}x`,
          volumes: [{ name: 'v', persistentVolumeClaim: { claimName: `c${i}x` } }],
        },
      }),
    (i) => configMap(`config-${i}`, { a: 'b' }),
    (i) => object('v1', 'Secret', `secret-${i}`, { stringData: { a: 'b' } }),
    (i) => object('v1', 'ServiceAccount', `account-${i}`, {}),
    (i) => claim(i),
  ),
  masses(
    'Deployments and ReplicaSets by hand',
    (i) => deployment(i, { labels: { app: 'x' } }),
    (i) => workload('ReplicaSet', `r${i}`, {}, { labels: { app: 'x' } }),
  ),
  masses(
    'ReplicaSets and Pods by hand',
    (i) => workload('ReplicaSet', `r${i}`),
    (i) => pod(i, {}),
  ),
  masses(
    'StatefulSets and Pods by hand',
    (i) => workload('StatefulSet', `p`, { spec: { serviceName: `s${i}` } }),
    (i) => pod(i, {}),
  ),
  masses('StatefulSets with claims', (i) =>
    workload('StatefulSet', `d${i}`, {
      labels: { app: `d${i}` },
      spec: {
        serviceName: `s${i}`,
        replicas: 2,
        volumeClaimTemplates: [
          {
            metadata: { name: 'v' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: `no${i}`,
              resources: { requests: { storage: '1Gi' } },
            },
          },
        ],
      },
    }),
  ),
  masses('DaemonSets', (i) => workload('DaemonSet', `d${i}`, HOST_PORT)),
  masses('DaemonSets that each have their Nodes, and one port', (i) =>
    workload('DaemonSet', `d${i}`, { ...HOST_PORT, pod: { nodeSelector: { pool: `p${i}` } } }),
  ),
  masses(
    'Nodes, and workloads that have one port of each',
    (i) => node(i, { pool: `p${i}` }),
    (i) => workload('Deployment', `d${i}`, { ...HOST_PORT, pod: { nodeSelector: { pool: `p${i}` } } }),
    (i) => workload('StatefulSet', `s${i}`, HOST_PORT),
  ),
  masses('CronJobs', (i) =>
    object('batch/v1', 'CronJob', `j${i}`, {
      spec: {
        schedule: '* * * * * *',
        jobTemplate: { spec: { template: { spec: { restartPolicy: 'Never', containers: [CONTAINER] } } } },
      },
    }),
  ),
  masses('Jobs', (i) =>
    object('batch/v1', 'Job', `j${i}`, {
      spec: { parallelism: 5, template: { spec: { restartPolicy: 'Never', containers: [CONTAINER] } } },
    }),
  ),
  masses('Pods', (i) => pod(i, {})),
  masses('Pods that are given names', () => ({
    ...pod(0, {}),
    metadata: { generateName: 'p-', namespace: NAMESPACE, labels: { app: 'x' } },
  })),
  masses('ConfigMaps', (i) => configMap(`c${i}`, { password: `hunter2abcd${i}` })),
  masses('ConfigMaps of one name', (i) => configMap('c', { a: `b${i}` })),
  masses('Secrets', (i) => object('v1', 'Secret', `c${i}`, { data: { password: '!!' } })),
  masses(
    'Services, own pods',
    (i) => service(i, { app: `d${i}` }),
    (i) => deployment(i),
  ),
  masses(
    'Services, the same pods',
    (i) => service(i, { tier: 'web' }),
    (i) => deployment(i),
  ),
  masses(
    'Services, the same pods, no such port',
    (i) => service(i, { tier: 'web' }, { targetPort: 'grpc' }),
    (i) => deployment(i),
  ),
  masses(
    'Services, nearly the right pods',
    (i) => service(i, { app: `d${i}x` }),
    (i) => deployment(i),
  ),
  masses(
    'Services, nearly the right one of the same pods',
    (i) => service(i, { tier: 'weeb', n: `${i}` }),
    (i) => deployment(i),
  ),
  masses(
    'Services, two labels that never meet',
    (i) => service(i, { app: `d${i}`, tier: 'front' }),
    (i) => deployment(i, { labels: i % 2 ? { app: 'd', tier: 'front' } : { app: `d${i}` } }),
  ),
  masses(
    'Services of one pod of a StatefulSet',
    (i) => service(i, { 'statefulset.kubernetes.io/pod-name': `w-${i}` }),
    (i) => workload('StatefulSet', `d${i}`, { labels: { app: `d${i}` }, spec: { serviceName: `s${i}` } }),
  ),
  masses(
    'EndpointSlices',
    (i) => slice(i, `s${i}`),
    (i) => service(i, {}),
  ),
  masses(
    'EndpointSlices of one Service',
    (i) => slice(i, 's0'),
    (i) => service(i, {}),
  ),
  masses('Endpoints', (i) =>
    object('v1', 'Endpoints', `s${i}`, {
      subsets: [{ addresses: [{ ip: '10.0.0.1' }], ports: [{ port: 8080 }] }],
    }),
  ),
  masses('Ingresses, one host', (i) => ingress(i, { path: `/p${i}` })),
  masses('Ingresses, one host and path', (i) => ingress(i)),
  masses(
    'Ingresses with Services',
    (i) => ingress(i, { host: `h${i}.example.com` }),
    (i) => service(i, { app: 'x' }, { port: 8080 }),
  ),
  masses(
    'Ingresses to one Service',
    (i) => ingress(i, { path: `/p${i}`, service: 's0' }),
    (i) => service(i, { app: 'x' }),
  ),
  masses(
    'autoscalers',
    (i) => autoscaler(i, `d${i}`),
    (i) => deployment(i),
  ),
  masses(
    'autoscalers of one Deployment',
    (i) => autoscaler(i, 'd0'),
    (i) => deployment(i),
  ),
  masses(
    'autoscalers of overlapping Deployments',
    (i) => autoscaler(i, `d${i}`),
    (i) => deployment(i, { labels: { app: 'x' } }),
  ),
  masses(
    'budgets, own pods',
    (i) => budget(i, { minAvailable: 1, selector: { matchLabels: { app: `d${i}` } } }),
    (i) => deployment(i),
  ),
  masses(
    'budgets, the same pods',
    (i) => budget(i, { minAvailable: '100%', selector: { matchLabels: { tier: 'web' } } }),
    (i) => deployment(i),
  ),
  masses(
    'budgets, all pods',
    (i) => budget(i, { maxUnavailable: 0, selector: {} }),
    (i) => deployment(i),
  ),
  masses(
    'budgets, all but one',
    (i) => budget(i, { maxUnavailable: 1, selector: EXPRESSION('app', 'NotIn', [`d${i}`]) }),
    (i) => deployment(i, { spec: { replicas: 2 } }),
  ),
  masses(
    'policies, own pods',
    (i) =>
      policy(i, {
        podSelector: { matchLabels: { app: `d${i}` } },
        ingress: [{ from: [{ podSelector: { matchLabels: { app: `d${i + 1}` } } }] }],
      }),
    (i) => deployment(i),
  ),
  masses(
    'policies, all pods',
    (i) =>
      policy(i, {
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 'grpc' }] }],
        egress: [{ to: [{ podSelector: { matchLabels: { tier: 'web' } } }] }],
      }),
    (i) => deployment(i),
  ),
  masses(
    'policies, all but one',
    (i) =>
      policy(i, {
        podSelector: EXPRESSION('app', 'NotIn', [`d${i}`]),
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          { from: [{ podSelector: EXPRESSION('app', 'NotIn', [`d${i}`]) }], ports: [{ port: 'http' }] },
        ],
        egress: [],
      }),
    (i) => deployment(i),
  ),
  masses(
    'policies, no pod',
    (i) =>
      policy(i, {
        podSelector: { matchLabels: { app: `e${i}` } },
        ingress: [{ from: [{ podSelector: { matchLabels: { app: `w${i}` } } }] }],
      }),
    (i) => deployment(i),
  ),
  masses(
    'policies, namespaces',
    (i) =>
      policy(i, {
        podSelector: {},
        ingress: [
          {
            from: [
              {
                namespaceSelector: { matchLabels: { team: 'x' } },
                podSelector: { matchLabels: { app: 'y' } },
              },
            ],
          },
        ],
      }),
    (i) => cluster('v1', 'Namespace', `ns${i}`, {}, { labels: { team: 'x' } }),
  ),
  masses(
    'quotas',
    (i) => quota(i, { hard: { 'requests.cpu': '1', pods: '1', 'count/deployments.apps': '1' } }),
    (i) => deployment(i),
  ),
  masses(
    'quotas with room',
    (i) => quota(i, { hard: { 'requests.cpu': '1M', pods: '1M', 'count/deployments.apps': '1M' } }),
    (i) => deployment(i),
  ),
  masses(
    'quotas with scopes',
    (i) =>
      quota(i, {
        hard: { pods: '1M' },
        ...(i % 2 ? { scopes: ['BestEffort'] } : { scopes: ['NotTerminating'] }),
      }),
    (i) => deployment(i),
  ),
  masses(
    'quotas of priority classes',
    (i) =>
      quota(i, {
        hard: { 'requests.cpu': '1' },
        scopeSelector: {
          matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: [`p${i}`] }],
        },
      }),
    (i) => deployment(i, { pod: { priorityClassName: `p${i}` } }),
    (i) => cluster('scheduling.k8s.io/v1', 'PriorityClass', `p${i}`, { value: i }),
  ),
  masses(
    'quotas that demand requests',
    (i) => quota(i, { hard: { 'requests.memory': '1Ti' } }),
    (i) => deployment(i, { container: { resources: {} } }),
  ),
  {
    name: 'one quota',
    objects: (size) => [
      quota(0, { hard: { 'requests.cpu': '1', pods: '1M', 'limits.memory': '1' } }),
      ...many(size, (i) => deployment(i)),
    ],
  },
  {
    name: 'one quota, autoscalers',
    objects: (size) => [
      quota(0, { hard: { 'requests.cpu': '1k', pods: '1M' } }),
      ...many(
        size / 2,
        (i) => deployment(i),
        (i) => autoscaler(i, `d${i}`),
      ),
    ],
  },
  {
    name: 'one quota, rollouts and Jobs',
    objects: (size) => [
      quota(0, { hard: { 'requests.cpu': `${size * 30}m` } }),
      ...many(
        size / 3,
        (i) =>
          deployment(i, {
            spec: { replicas: 1, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
          }),
        (i) =>
          object('batch/v1', 'Job', `j${i}`, {
            spec: { parallelism: 3, template: { spec: { restartPolicy: 'Never', containers: [CONTAINER] } } },
          }),
      ),
    ],
  },
  masses(
    'LimitRanges',
    (i) =>
      limits(i, [
        { type: 'Container', max: { cpu: '1m' }, min: { memory: '1Gi' } },
        { type: 'Pod', max: { cpu: '1m' } },
      ]),
    (i) => deployment(i),
  ),
  masses(
    'LimitRanges that agree',
    (i) => limits(i, [{ type: 'Container', max: { cpu: '4' }, default: { cpu: `${i + 200}m` } }]),
    (i) => deployment(i),
  ),
  masses(
    'LimitRanges for claims',
    (i) => limits(i, [{ type: 'PersistentVolumeClaim', max: { storage: '1Gi' } }]),
    (i) => claim(i),
  ),
  masses(
    'Roles and bindings',
    (i) => role(i, [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }]),
    (i) => binding(i, `r${i}`, `sa${i}`),
    (i) => object('v1', 'ServiceAccount', `sa${i}`, {}),
  ),
  masses('Roles that grant what is not there', (i) =>
    role(i, [{ apiGroups: [''], resources: [`podz${i}`], verbs: ['*', 'gett'] }]),
  ),
  masses(
    'bindings of nothing',
    (i) => binding(i, `rr${i}`, `zz${i}`),
    (i) => role(i, [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]),
  ),
  masses(
    'bindings of one Role',
    (i) => binding(i, 'r0', `sa${i}`),
    (i) => role(i, [{ apiGroups: [''], resources: ['secrets'], verbs: ['*'] }]),
  ),
  masses('ClusterRoles that gather', (i) =>
    cluster(
      `${RBAC}/v1`,
      'ClusterRole',
      `c${i}`,
      { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { to: 'x' } }] }, rules: [] },
      { labels: { to: 'x' } },
    ),
  ),
  masses(
    'ClusterRoles and bindings everywhere',
    (i) =>
      cluster(`${RBAC}/v1`, 'ClusterRole', `c${i}`, {
        rules: [{ apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] }],
      }),
    (i) =>
      cluster(`${RBAC}/v1`, 'ClusterRoleBinding', `c${i}`, {
        roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: `c${i}` },
        subjects: [{ kind: 'ServiceAccount', name: 'default', namespace: NAMESPACE }],
      }),
  ),
  masses(
    'volumes and claims',
    (i) => volume(i),
    (i) => claim(i),
  ),
  masses(
    'volumes and claims of all sizes',
    (i) => volume(i, { size: `${i + 1}Gi` }),
    (i) => claim(i, { size: `${i + 1}Gi` }),
  ),
  masses(
    'volumes smaller than claims',
    (i) => volume(i, { size: '9Gi' }),
    (i) => claim(i),
  ),
  masses(
    'volumes and claims with selectors',
    (i) => volume(i, { labels: { own: `v${i}` } }),
    (i) => claim(i, { spec: { selector: { matchLabels: { own: `v${i}` } } } }),
  ),
  masses(
    'volumes and claims with selectors NotIn',
    (i) => volume(i, { labels: { own: `v${i}` } }),
    (i) => claim(i, { spec: { selector: EXPRESSION('own', 'NotIn', [`v${i}`]) } }),
  ),
  masses(
    'volumes and claims of other labels',
    (i) => volume(i, { labels: { own: `w${i}` } }),
    (i) => claim(i, { spec: { selector: { matchLabels: { own: `v${i}` } } } }),
  ),
  masses(
    'volumes and claims of other classes',
    (i) => volume(i, { class: `a${i}` }),
    (i) => claim(i, { class: `b${i}` }),
  ),
  masses(
    'volumes and claims that name one another',
    (i) => volume(i, { spec: { claimRef: { namespace: NAMESPACE, name: `c${i}` } } }),
    (i) => claim(i, { spec: { volumeName: `v${i}` } }),
  ),
  masses(
    'volumes of shelves of their own',
    (i) => volume(i, { spec: { volumeAttributesClassName: `g${i}` } }),
    (i) => claim(i),
  ),
  masses(
    'claims of one volume',
    (i) => claim(i, { spec: { volumeName: 'v0' } }),
    (i) => volume(i),
  ),
  masses(
    'Deployments that share a claim',
    (i) => deployment(i, { pod: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c0' } }] } }),
    (i) => claim(i),
    (i) => volume(i),
  ),
  masses(
    'StorageClasses',
    (i) =>
      cluster(
        'storage.k8s.io/v1',
        'StorageClass',
        `sc${i}`,
        { provisioner: `p${i}.example.com` },
        {
          annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
        },
      ),
    (i) => claim(i, { class: `sd${i}` }),
  ),
  masses(
    'Nodes and Pods',
    (i) => node(i),
    (i) => pod(i, {}),
  ),
  masses(
    'Nodes and Pods that each want their own',
    (i) => node(i),
    (i) => pod(i, { nodeSelector: { 'kubernetes.io/hostname': `n${i}` } }),
  ),
  masses(
    'Nodes and Pods that want none',
    (i) => node(i),
    (i) => pod(i, { nodeSelector: { 'kubernetes.io/hostname': `m${i}` } }),
  ),
  masses(
    'Nodes and Pods with tolerations of their own',
    (i) => node(i, {}, { taints: [{ key: `t${i}`, effect: 'NoSchedule' }] }),
    (i) => pod(i, { tolerations: [{ key: `t${i}`, operator: 'Exists' }] }),
  ),
  masses(
    'Nodes and Pods with requests of their own',
    (i) => node(i),
    (i) => pod(i, { containers: [{ ...CONTAINER, resources: { requests: { cpu: `${i + 1}m` } } }] }),
  ),
  masses(
    'Nodes and DaemonSets',
    (i) => node(i),
    (i) =>
      workload('DaemonSet', `d${i}`, { labels: { app: `d${i}` }, pod: { nodeSelector: { zone: `z${i}` } } }),
  ),
  masses(
    'Nodes and Deployments kept apart',
    (i) => node(i),
    (i) => deployment(i, { spec: { replicas: 2 }, pod: apart({ matchLabels: { app: `d${i}` } }) }),
  ),
  masses(
    'Nodes and Deployments with node affinity',
    (i) => node(i),
    (i) =>
      deployment(i, {
        pod: {
          affinity: {
            nodeAffinity: {
              [REQUIRED]: { nodeSelectorTerms: [EXPRESSION('kubernetes.io/hostname', 'NotIn', [`n${i}`])] },
            },
          },
        },
      }),
  ),
  masses('Pods with affinity', (i) => pod(i, apart(EXPRESSION('app', 'Exists')), { app: `x${i}` })),
  masses('Namespaces', (i) =>
    cluster(
      'v1',
      'Namespace',
      `ns${i}`,
      {},
      { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    ),
  ),
  masses(
    'Deployments in namespaces of their own',
    (i) => deployment(i, {}, { namespace: `ns${i}` }),
    (i) => cluster('v1', 'Namespace', `ns${i}x`, {}),
  ),
  masses(
    'restricted pods',
    (i) => deployment(i),
    () =>
      cluster(
        'v1',
        'Namespace',
        NAMESPACE,
        {},
        { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
      ),
  ),
  masses(
    'webhooks',
    webhook,
    (i) => service(i, { app: 'x' }),
    (i) => cluster('v1', 'Namespace', `ns${i}`, {}),
  ),
  masses(
    'admission policies',
    (i) =>
      cluster('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', `b${i}`, {
        spec: { policyName: `p${i}x`, validationActions: ['Deny'] },
      }),
    (i) =>
      cluster('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', `p${i}`, {
        spec: {
          matchConstraints: {
            resourceRules: [{ apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] }],
          },
          validations: [{ expression: 'true' }],
        },
      }),
  ),
  masses('definitions and custom resources', definition, (i) =>
    object('example.com/v1', `A${i}`, 'one', { spec: { a: 'b', c: 1 } }),
  ),
  masses('custom resources of no kind', definition, (i) =>
    object('example.com/v1', `B${i}`, 'one', { spec: {} }),
  ),
  masses('APIServices', (i) =>
    cluster('apiregistration.k8s.io/v1', 'APIService', `v${i}.example.com`, {
      spec: {
        group: 'example.com',
        version: `v${i}`,
        groupPriorityMinimum: 1,
        versionPriority: 1,
        service: { name: `s${i}`, namespace: NAMESPACE },
      },
    }),
  ),
];

/** One object of many parts. */
const LARGE: readonly Shape[] = [
  one('Pod of many containers', (n) =>
    pod(0, { containers: list(n, (i) => ({ name: `c${i}`, image: 'example.com/a:1' })) }),
  ),
  one('Deployment of many containers', (n) =>
    deployment(0, { pod: { containers: list(n, (i) => ({ name: `c${i}`, image: 'example.com/a:1' })) } }),
  ),
  one('Pod of many wrong containers', (n) =>
    pod(0, {
      containers: list(n, () => ({ name: 'C', foo: 1, image: '', resources: { requests: { cpu: 'x' } } })),
    }),
  ),
  one('Pod of many variables of one name', (n) =>
    pod(0, { containers: [{ ...CONTAINER, env: list(n, () => ({ name: 'A', value: '$(A)' })) }] }),
  ),
  one('Pod of many variables of a missing ConfigMap', (n) =>
    pod(0, { containers: [{ ...CONTAINER, env: envFrom(n, 'configMapKeyRef', (i) => `k${i}`) }] }),
  ),
  {
    name: 'one Pod of many variables, keys missing',
    objects: (n) => [
      pod(0, { containers: [{ ...CONTAINER, env: envFrom(n, 'configMapKeyRef', (i) => `k${i}`) }] }),
      configMap(
        'x',
        map(
          n,
          (i) => `z${i}`,
          () => '1',
        ),
      ),
    ],
  },
  one('Pod of many volumes', (n) => pod(0, { volumes: list(n, (i) => ({ name: `v${i}` })) })),
  one('Pod of many mounts without volume', (n) =>
    pod(0, {
      containers: [
        { ...CONTAINER, volumeMounts: list(n, (i) => ({ name: `v${i}`, mountPath: `/m${i % 3}` })) },
      ],
    }),
  ),
  {
    name: 'one Pod of many mounts, nearly right',
    objects: (n) => [
      pod(0, {
        volumes: list(n, (i) => ({ name: `vol-${i}`, emptyDir: {} })),
        containers: [
          { ...CONTAINER, volumeMounts: list(n, (i) => ({ name: `vol${i}`, mountPath: `/m${i}` })) },
        ],
      }),
    ],
  },
  one('Pod of many constraints, tolerations, aliases', (n) =>
    pod(0, {
      topologySpreadConstraints: list(n / 4, () => ({
        maxSkew: 1,
        topologyKey: 'k',
        whenUnsatisfiable: 'DoNotSchedule',
      })),
      tolerations: list(n / 4, () => ({ key: 'a' })),
      hostAliases: list(n / 4, () => ({ ip: 'x' })),
      imagePullSecrets: list(n / 4, () => ({ name: 's' })),
    }),
  ),
  one('Pod of many ports', (n) =>
    pod(0, { containers: [{ ...CONTAINER, ports: list(n, (i) => ({ name: `p${i}`, containerPort: 80 })) }] }),
  ),
  one('ConfigMap of many labels', (n) =>
    object(
      'v1',
      'ConfigMap',
      'a',
      {
        data: map(
          n / 2,
          (i) => `!${i}`,
          () => 'x',
        ),
      },
      {
        labels: map(
          n / 2,
          (i) => `-k${i}`,
          () => '-',
        ),
      },
    ),
  ),
  one('ConfigMap of many finalizers and owners', (n) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'a',
      finalizers: list(n / 2, () => 'x'),
      ownerReferences: list(n / 2, () => ({ kind: 'A' })),
    },
  })),
  one('ConfigMap of many keys', (n) =>
    configMap(
      'a',
      map(
        n,
        (i) => `k${i}`,
        () => 'x',
      ),
    ),
  ),
  one('Role of many rules', (n) =>
    role(
      0,
      list(n, (i) => ({ apiGroups: [''], resources: [`podz${i}`], verbs: ['gett'] })),
    ),
  ),
  one('Role of one rule of many resources', (n) =>
    role(0, [
      {
        apiGroups: list(n / 4, (i) => `g${i}`),
        resources: list(n / 4, (i) => `podz${i}`),
        verbs: list(n / 4, (i) => `gett${i}`),
        resourceNames: list(n / 4, (i) => `n${i}`),
      },
    ]),
  ),
  one('RoleBinding of many subjects', (n) =>
    object(`${RBAC}/v1`, 'RoleBinding', 'a', {
      roleRef: { apiGroup: RBAC, kind: 'Role', name: 'x' },
      subjects: list(n, (i) => ({ kind: 'ServiceAccount', name: `s${i}` })),
    }),
  ),
  one('Ingress of many rules', (n) =>
    object('networking.k8s.io/v1', 'Ingress', 'a', {
      spec: { rules: list(n, (i) => rule('h', '/', `n${i}`)) },
    }),
  ),
  one('Ingress of many paths', (n) =>
    object('networking.k8s.io/v1', 'Ingress', 'a', {
      spec: {
        rules: [
          {
            host: 'h',
            http: {
              paths: list(n, (i) => ({
                path: `/p${i}`,
                pathType: 'Prefix',
                backend: { service: { name: `n${i}`, port: { number: 80 } } },
              })),
            },
          },
        ],
      },
    }),
  ),
  one('Ingress of many hosts', (n) =>
    object('networking.k8s.io/v1', 'Ingress', 'a', {
      spec: {
        tls: list(n / 2, (i) => ({ hosts: [`h${i}`], secretName: `t${i}` })),
        rules: list(n / 2, (i) => rule(`h${i}`, '/', `n${i}`)),
      },
    }),
  ),
  one(
    'NetworkPolicy of many rules',
    (n) =>
      policy(0, {
        podSelector: {},
        ingress: list(n, (i) => ({
          from: [
            { ipBlock: { cidr: '10.0.0.0/8', except: ['11.0.0.0/8'] } },
            { podSelector: { matchLabels: { a: `b${i}` } } },
          ],
          ports: [{ port: `p${i}` }],
        })),
      }),
    deployment(0),
  ),
  one('Service of many ports', (n) =>
    object('v1', 'Service', 'a', { spec: { ports: list(n, () => ({ port: 80 })) } }),
  ),
  {
    name: 'one Service of many ports, one Deployment of many',
    objects: (n) => [
      object('v1', 'Service', 'a', {
        spec: {
          selector: { app: 'x' },
          ports: list(n / 2, (i) => ({ name: `p${i}`, port: i + 1, targetPort: `q${i}` })),
        },
      }),
      workload('Deployment', 'd', {
        container: { ports: list(n / 2, (i) => ({ name: `p${i}`, containerPort: i + 1 })) },
      }),
    ],
  },
  one('Endpoints of many addresses', (n) =>
    object('v1', 'Endpoints', 'a', {
      subsets: [{ addresses: list(n, (i) => ({ ip: `x${i}` })), ports: list(n / 5, () => ({ port: 1 })) }],
    }),
  ),
  one('EndpointSlice of many endpoints', (n) =>
    object(
      'discovery.k8s.io/v1',
      'EndpointSlice',
      'a',
      {
        addressType: 'IPv4',
        endpoints: list(n, (i) => ({ addresses: [`10.0.${i >> 8}.${i & 255}`] })),
        ports: [{ port: 1 }],
      },
      {
        labels: { 'kubernetes.io/service-name': 'a' },
      },
    ),
  ),
  one(
    'quota of many resources',
    (n) =>
      quota(0, {
        hard: map(
          n,
          (i) => `requests.example.com/r${i}`,
          () => '1',
        ),
      }),
    deployment(0),
  ),
  one(
    'LimitRange of many items',
    (n) =>
      limits(
        0,
        list(n, (i) => ({ type: 'Container', max: { cpu: `${i}m` } })),
      ),
    deployment(0),
  ),
  one('webhook configuration of many webhooks', (n) =>
    cluster('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'w', {
      webhooks: list(n, (i) => ({
        name: `a${i}.example.com`,
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        clientConfig: { service: { name: `s${i}`, namespace: NAMESPACE } },
      })),
    }),
  ),
  one('Deployment of many unknown fields', (n) =>
    deployment(0, {
      spec: map(
        n,
        (i) => `replica${i}`,
        () => 1,
      ),
    }),
  ),
  one(
    'custom resource of many unknown fields',
    (n) =>
      object('example.com/v1', 'A0', 'a', {
        spec: map(
          n,
          (i) => `field${i}`,
          () => 1,
        ),
      }),
    definition(0),
  ),
  {
    name: 'one definition of many fields, nearly right',
    objects: (n) => {
      const made = definition(0);
      const schema = {
        type: 'object',
        properties: {
          spec: {
            type: 'object',
            properties: map(
              n,
              (i) => `field-${i}`,
              () => ({ type: 'integer' }),
            ),
          },
        },
      };
      const spec = made.spec as JsonObject;
      return [
        {
          ...made,
          spec: {
            ...spec,
            versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
          },
        },
        object('example.com/v1', 'A0', 'a', {
          spec: map(
            n,
            (i) => `field${i}`,
            () => 1,
          ),
        }),
      ];
    },
  },
  one(
    'autoscaler of many metrics',
    (n) =>
      autoscaler(0, 'd0', {
        metrics: list(n, (i) => ({
          type: 'Resource',
          resource: { name: `r${i}`, target: { type: 'Utilization', averageUtilization: 50 } },
        })),
      }),
    deployment(0),
  ),
  one('Namespace of many labels', (n) =>
    cluster(
      'v1',
      'Namespace',
      'a',
      {},
      {
        labels: map(
          n,
          (i) => `pod-security.kubernetes.io/e${i}`,
          () => 'x',
        ),
      },
    ),
  ),
  one('Deployment of a selector of many expressions', (n) =>
    deployment(0, {
      selector: { matchExpressions: list(n, (i) => ({ key: `k${i}`, operator: 'In', values: ['a'] })) },
    }),
  ),
  one('Deployment of many labels', (n) =>
    deployment(0, {
      labels: map(
        n,
        (i) => `k${i}`,
        () => 'v',
      ),
    }),
  ),
];

/** Every shape that the check is held to. */
export const SHAPES: readonly Shape[] = [...MASSES, ...LARGE];
