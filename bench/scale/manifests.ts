import { type JsonObject, type JsonValue } from '../../lib/model/json-value';

/** A set that grows: so many objects of a kind, or one object with so many of something. */
export interface Shape {
  readonly name: string;
  /** The objects for a size; their number grows as the size does. */
  readonly objects: (size: number) => readonly JsonObject[];
}

export const NAMESPACE = 'a';

export type Make = (index: number) => JsonObject;

/** `count` of each of some objects. */
export function many(count: number, ...makes: readonly Make[]): JsonObject[] {
  return makes.flatMap((make) => Array.from({ length: count }, (_, index) => make(index)));
}

export function masses(name: string, ...makes: readonly Make[]): Shape {
  return { name, objects: (size) => many(Math.ceil(size / makes.length), ...makes) };
}

/** One object of so many parts, with others that it needs. */
export function one(
  name: string,
  make: (size: number) => JsonObject,
  ...others: readonly JsonObject[]
): Shape {
  return { name: `one ${name}`, objects: (size) => [make(size), ...others] };
}

export function list<T extends JsonValue>(count: number, item: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

export function map(
  count: number,
  key: (index: number) => string,
  value: (index: number) => JsonValue,
): JsonObject {
  return Object.fromEntries(list(count, (index) => [key(index), value(index)] as [string, JsonValue]));
}

export interface Meta {
  readonly namespace?: string;
  readonly labels?: JsonObject;
  readonly annotations?: JsonObject;
}

export function object(
  apiVersion: string,
  kind: string,
  name: string,
  rest: JsonObject,
  meta: Meta = {},
): JsonObject {
  return { apiVersion, kind, metadata: { name, namespace: NAMESPACE, ...meta }, ...rest };
}

export function cluster(
  apiVersion: string,
  kind: string,
  name: string,
  rest: JsonObject,
  meta: Meta = {},
): JsonObject {
  return { apiVersion, kind, metadata: { name, ...meta }, ...rest };
}

export const CONTAINER: JsonObject = {
  name: 'web',
  image: 'example.com/web:1.0.0',
  ports: [{ name: 'http', containerPort: 8080 }],
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
};

export interface PodParts {
  readonly labels?: JsonObject;
  readonly pod?: JsonObject;
  readonly container?: JsonObject;
}

export function template({ labels = { app: 'x' }, pod = {}, container = {} }: PodParts = {}): JsonObject {
  return { metadata: { labels }, spec: { containers: [{ ...CONTAINER, ...container }], ...pod } };
}

export interface WorkloadParts extends PodParts {
  readonly selector?: JsonObject;
  readonly spec?: JsonObject;
}

export function workload(
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
export function deployment(index: number, parts: WorkloadParts = {}, meta?: Meta): JsonObject {
  return workload('Deployment', `d${index}`, { labels: { app: `d${index}`, tier: 'web' }, ...parts }, meta);
}

export function service(index: number, selector: JsonObject, port: JsonObject = {}): JsonObject {
  return object('v1', 'Service', `s${index}`, {
    spec: { selector, ports: [{ port: 80, targetPort: 'http', ...port }] },
  });
}

export function policy(index: number, spec: JsonObject): JsonObject {
  return object('networking.k8s.io/v1', 'NetworkPolicy', `n${index}`, { spec });
}

export function budget(index: number, spec: JsonObject): JsonObject {
  return object('policy/v1', 'PodDisruptionBudget', `b${index}`, { spec });
}

export function autoscaler(index: number, target: string, spec: JsonObject = {}): JsonObject {
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

export function quota(index: number, spec: JsonObject): JsonObject {
  return object('v1', 'ResourceQuota', `q${index}`, { spec });
}

export function limits(index: number, items: readonly JsonObject[]): JsonObject {
  return object('v1', 'LimitRange', `l${index}`, { spec: { limits: [...items] } });
}

export function ingress(
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

export function rule(host: string, path: string, to: string): JsonObject {
  return {
    host,
    http: { paths: [{ path, pathType: 'Prefix', backend: { service: { name: to, port: { number: 80 } } } }] },
  };
}

export const RBAC = 'rbac.authorization.k8s.io';

export function role(index: number, rules: readonly JsonObject[]): JsonObject {
  return object(`${RBAC}/v1`, 'Role', `r${index}`, { rules: [...rules] });
}

export function binding(index: number, name: string, account: string): JsonObject {
  return object(`${RBAC}/v1`, 'RoleBinding', `b${index}`, {
    roleRef: { apiGroup: RBAC, kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace: NAMESPACE }],
  });
}

export interface StorageParts {
  readonly size?: string;
  readonly class?: string;
  readonly labels?: JsonObject;
  readonly spec?: JsonObject;
}

export function volume(
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

export function claim(
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

export function node(index: number, labels: JsonObject = {}, spec: JsonObject = {}): JsonObject {
  return cluster(
    'v1',
    'Node',
    `n${index}`,
    { spec, status: { allocatable: { cpu: '4', memory: '8Gi', pods: '110' } } },
    { labels: { 'kubernetes.io/hostname': `n${index}`, zone: `z${index % 3}`, ...labels } },
  );
}

export const EXPRESSION = (key: string, operator: string, values?: readonly string[]): JsonObject => ({
  matchExpressions: [{ key, operator, ...(values && { values: [...values] }) }],
});

export const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
export const apart = (selector: JsonObject): JsonObject => ({
  affinity: {
    podAntiAffinity: { [REQUIRED]: [{ topologyKey: 'kubernetes.io/hostname', labelSelector: selector }] },
  },
});

export const HOST_PORT = { container: { ports: [{ containerPort: 80, hostPort: 80 }] } };

export function webhook(index: number, asked: JsonObject = {}): JsonObject {
  return cluster('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', `w${index}`, {
    webhooks: [
      {
        name: 'pods.example.com',
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        clientConfig: { service: { name: `s${index}`, namespace: NAMESPACE } },
        rules: [{ apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] }],
        ...asked,
      },
    ],
  });
}

export function definition(index: number): JsonObject {
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

export function slice(index: number, owner: string): JsonObject {
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

export function pod(index: number, spec: JsonObject, labels: JsonObject = { app: 'x' }): JsonObject {
  return object('v1', 'Pod', `p${index}`, { spec: { containers: [CONTAINER], ...spec } }, { labels });
}

export function configMap(name: string, data: JsonObject): JsonObject {
  return object('v1', 'ConfigMap', name, { data });
}

export function envFrom(
  count: number,
  kind: 'configMapKeyRef' | 'secretKeyRef',
  key: (index: number) => string,
): JsonObject[] {
  return list(count, (index) => ({
    name: `A${index}`,
    valueFrom: { [kind]: { name: 'x', key: key(index) } },
  }));
}
