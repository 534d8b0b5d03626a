import {
  CONTAINER,
  EXPRESSION,
  HOST_PORT,
  NAMESPACE,
  RBAC,
  REQUIRED,
  type Shape,
  apart,
  autoscaler,
  binding,
  budget,
  claim,
  cluster,
  configMap,
  definition,
  deployment,
  ingress,
  limits,
  many,
  masses,
  node,
  object,
  pod,
  policy,
  quota,
  role,
  service,
  slice,
  volume,
  webhook,
  workload,
} from './manifests';

/** Kinds in masses, in one namespace: right and wrong, sharing what they select or each with its own. */
export const MASSES: readonly Shape[] = [
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
    (i) => webhook(i),
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
