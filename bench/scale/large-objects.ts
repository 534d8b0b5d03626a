import { type JsonObject } from '../../lib/model/json-value';
import {
  CONTAINER,
  NAMESPACE,
  RBAC,
  type Shape,
  autoscaler,
  cluster,
  configMap,
  definition,
  deployment,
  envFrom,
  limits,
  list,
  map,
  object,
  one,
  pod,
  policy,
  quota,
  role,
  rule,
  workload,
} from './manifests';

/** One object of many parts. */
export const LARGE: readonly Shape[] = [
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
