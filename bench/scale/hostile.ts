import {
  apart,
  autoscaler,
  binding,
  budget,
  claim,
  cluster,
  CONTAINER,
  deployment,
  EXPRESSION,
  ingress,
  list,
  many,
  masses,
  NAMESPACE,
  node,
  object,
  pod,
  policy,
  quota,
  REQUIRED,
  role,
  service,
  type Shape,
  slice,
  volume,
  webhook,
  workload,
} from './manifests';

const taint = (key: string) => ({ key, effect: 'NoSchedule' });
const tolerates = (key: string) => ({ key, operator: 'Exists' });

/** Masses in which each is at odds with all others, in a way of its own. */
export const HOSTILE: readonly Shape[] = [
  masses('Deployments, selectors In their own and what many share', (i) =>
    deployment(i, {
      labels: { own: i % 2 ? 'shared' : `d${i}` },
      selector: EXPRESSION('own', 'In', ['shared', `d${i}`]),
    }),
  ),
  masses('Deployments, selectors DoesNotExist of their own', (i) =>
    deployment(i, { labels: { [`k${i}`]: 'x' }, selector: EXPRESSION(`k${i + 1}`, 'DoesNotExist') }),
  ),
  masses('Deployments, selectors NotIn two teams', (i) =>
    deployment(i, {
      labels: { team: `t${i % 20}` },
      selector: {
        matchExpressions: [
          { key: 'team', operator: 'NotIn', values: [`t${i % 19}`, `t${i % 17}`] },
          { key: 'own', operator: 'NotIn', values: [`d${i}`] },
        ],
      },
    }),
  ),
  masses(
    'Services and Deployments with selectors NotIn each other, autoscaled',
    (i) => autoscaler(i, `d${i}`),
    (i) => deployment(i, { selector: EXPRESSION('app', 'NotIn', [`d${i + 1}`]) }),
    (i) => service(i, { app: `d${i}` }),
  ),
  masses(
    'ReplicaSets NotIn each other and Pods by hand',
    (i) =>
      workload('ReplicaSet', `r${i}`, {
        labels: { app: `r${i}` },
        selector: EXPRESSION('app', 'NotIn', [`r${i + 1}`]),
      }),
    (i) => pod(i, {}, { app: `p${i}` }),
  ),
  masses(
    'budgets of one pod of a StatefulSet',
    (i) =>
      budget(i, {
        maxUnavailable: 0,
        selector: { matchLabels: { 'statefulset.kubernetes.io/pod-name': `w${i}-0` } },
      }),
    (i) => workload('StatefulSet', `w${i}`, { labels: { app: `w${i}` }, spec: { serviceName: 's' } }),
  ),
  masses(
    'budgets of pods by hash',
    (i) => budget(i, { maxUnavailable: 0, selector: { matchLabels: { 'pod-template-hash': `h${i}` } } }),
    (i) => deployment(i),
  ),
  masses(
    'policies, all but one, and connections that they cut',
    (i) =>
      policy(i, {
        podSelector: EXPRESSION('app', 'NotIn', [`d${i}`]),
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [{ podSelector: EXPRESSION('app', 'Exists') }], ports: [{ port: 81 + i }] }],
        egress: [{ to: [{ podSelector: EXPRESSION('app', 'Exists') }], ports: [{ port: 81 + i }] }],
      }),
    (i) => deployment(i, { container: { env: [{ name: 'URL', value: `http://s${i + 1}` }] } }),
    (i) => service(i, { app: `d${i}` }, { targetPort: 80 }),
  ),
  masses(
    'policies of all pods, from their own, and connections that they cut',
    (i) =>
      policy(i, {
        podSelector: {},
        ingress: [{ from: [{ podSelector: EXPRESSION('app', 'In', [`w${i}`]) }] }],
      }),
    (i) => deployment(i, { container: { env: [{ name: 'URL', value: `http://s${i + 1}` }] } }),
    (i) => service(i, { app: `d${i}` }, { targetPort: 80 }),
  ),
  masses(
    'policies, namespaces all but one',
    (i) =>
      policy(i, {
        podSelector: {},
        ingress: [
          {
            from: [
              {
                namespaceSelector: EXPRESSION('kubernetes.io/metadata.name', 'NotIn', [`ns${i}`]),
                podSelector: { matchLabels: { app: 'y' } },
              },
            ],
          },
        ],
      }),
    (i) => cluster('v1', 'Namespace', `ns${i}`, {}, { labels: { team: `x${i}` } }),
    (i) => deployment(i, {}, { namespace: `ns${i}` }),
  ),
  masses(
    'Nodes with taints of their own, and Deployments',
    (i) => node(i, {}, { taints: [taint(`t${i}`)] }),
    (i) => deployment(i),
  ),
  masses(
    'Nodes with taints of their own, and Deployments that tolerate two',
    (i) => node(i, {}, { taints: [taint(`t${i}`)] }),
    (i) => deployment(i, { pod: { tolerations: [tolerates(`t${i}`), tolerates(`t${i + 1}`)] } }),
  ),
  masses(
    'Nodes with two taints, and Deployments that tolerate one each',
    (i) => node(i, {}, { taints: [taint(`t${i}`), taint('all')] }),
    (i) =>
      deployment(i, { pod: { tolerations: [tolerates(`t${i}`), ...(i % 2 ? [tolerates('all')] : [])] } }),
  ),
  masses(
    'Nodes with taints and sizes of their own, and Deployments with requests of their own',
    (i) => ({
      ...node(i, {}, { taints: [taint(`t${i}`)] }),
      status: { allocatable: { cpu: `${i + 1}m`, memory: '8Gi', pods: '110' } },
    }),
    (i) =>
      deployment(i, {
        pod: { tolerations: [tolerates(`t${i}`)] },
        container: { resources: { requests: { cpu: `${i + 2}m` } } },
      }),
  ),
  masses(
    'Nodes with taints of their own, and Deployments that spread',
    (i) => node(i, {}, { taints: i % 2 ? [taint(`t${i}`)] : [] }),
    (i) =>
      deployment(i, {
        spec: { replicas: 3 },
        pod: {
          tolerations: [tolerates(`t${i}`)],
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'zone',
              whenUnsatisfiable: 'DoNotSchedule',
              labelSelector: { matchLabels: { app: `d${i}` } },
            },
          ],
        },
      }),
  ),
  masses(
    'Nodes with taints of their own, and Deployments kept apart',
    (i) => node(i, {}, { taints: i % 2 ? [taint(`t${i}`)] : [] }),
    (i) =>
      deployment(i, {
        spec: { replicas: 3 },
        pod: { tolerations: [tolerates(`t${i}`)], ...apart({ matchLabels: { app: `d${i}` } }) },
      }),
  ),
  masses(
    'Nodes and DaemonSets, each with a taint of its own',
    (i) => node(i, {}, { taints: [taint(`t${i}`)] }),
    (i) =>
      workload('DaemonSet', `d${i}`, {
        labels: { app: `d${i}` },
        pod: { tolerations: [tolerates(`t${i}`)] },
      }),
  ),
  masses(
    'Nodes and Deployments that name two of them',
    (i) => node(i),
    (i) =>
      deployment(i, {
        pod: {
          affinity: {
            nodeAffinity: {
              [REQUIRED]: {
                nodeSelectorTerms: [
                  EXPRESSION('kubernetes.io/hostname', 'In', [`n${i}`]),
                  EXPRESSION('zone', 'In', ['z1']),
                ],
              },
            },
          },
        },
      }),
  ),
  masses(
    'Nodes and Pods that each name one',
    (i) => node(i),
    (i) => pod(i, { nodeName: `m${i}` }),
  ),
  masses(
    'Nodes and Deployments on ports of their hosts',
    (i) => node(i, {}, { taints: i % 2 ? [taint(`t${i}`)] : [] }),
    (i) =>
      deployment(i, {
        pod: { tolerations: [tolerates(`t${i}`)] },
        container: { ports: [{ containerPort: 80, hostPort: 80 }] },
      }),
  ),
  masses(
    'Nodes and volumes of their own, claimed',
    (i) => node(i),
    (i) =>
      volume(i, {
        class: 'local',
        spec: {
          claimRef: { namespace: NAMESPACE, name: `c${i}` },
          nodeAffinity: {
            required: { nodeSelectorTerms: [EXPRESSION('kubernetes.io/hostname', 'NotIn', [`n${i}`])] },
          },
        },
      }),
    (i) => claim(i, { class: 'local', spec: { volumeName: `v${i}` } }),
    (i) => pod(i, { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: `c${i}` } }] }),
  ),
  masses(
    'quotas, all exceeded, of falling sums',
    (i) =>
      quota(i, {
        hard: { 'requests.cpu': `${i + 1}m`, 'requests.memory': `${100_000 - i}Ki`, pods: `${i % 7}` },
      }),
    (i) => deployment(i),
  ),
  masses(
    'quotas of resources of their own, all exceeded',
    (i) => quota(i, { hard: { [`requests.example.com/r${i}`]: '1' } }),
    (i) =>
      deployment(i, {
        spec: { replicas: 3 },
        container: {
          resources: { requests: { [`example.com/r${i}`]: '2' }, limits: { [`example.com/r${i}`]: '2' } },
        },
      }),
  ),
  masses(
    'quotas of scopes of their own, all exceeded',
    (i) =>
      quota(i, {
        hard: { pods: '1' },
        scopeSelector: {
          matchExpressions: [{ scopeName: 'PriorityClass', operator: 'NotIn', values: [`p${i}`] }],
        },
      }),
    (i) => deployment(i, { spec: { replicas: 2 }, pod: { priorityClassName: `p${i}` } }),
  ),
  masses(
    'quotas of resources of their own, and of pods',
    (i) => quota(i, { hard: { [`requests.example.com/r${i}`]: '1', pods: '1M', 'requests.cpu': '1' } }),
    (i) => deployment(i, { spec: { replicas: 3 } }),
  ),
  masses(
    'quotas of scopes of their own, that demand requests',
    (i) =>
      quota(i, {
        hard: { 'requests.memory': '1Ti' },
        scopeSelector: {
          matchExpressions: [{ scopeName: 'PriorityClass', operator: 'NotIn', values: [`p${i}`] }],
        },
      }),
    (i) => deployment(i, { pod: { priorityClassName: `p${i}` }, container: { resources: {} } }),
  ),
  masses('Ingresses with wildcard hosts', (i) =>
    ingress(i, {
      host: i % 2 ? `*.h${i % 50}.example.com` : `a.h${i % 50}.example.com`,
      path: `/p${i % 10}`,
    }),
  ),
  masses(
    'Roles bound by one account',
    (i) => role(i, [{ apiGroups: [''], resources: ['secrets', 'pods/exec'], verbs: ['*'] }]),
    (i) => binding(i, `r${i}`, 'sa'),
    (i) => deployment(i, { pod: { serviceAccountName: 'sa' } }),
  ),
  masses(
    'webhooks of one Service, by namespaces of their own',
    (i) =>
      webhook(i, {
        clientConfig: { service: { name: 's0', namespace: NAMESPACE } },
        namespaceSelector: EXPRESSION('kubernetes.io/metadata.name', 'NotIn', [`ns${i}`]),
        objectSelector: EXPRESSION('app', 'NotIn', [`d${i}`]),
      }),
    (i) => service(i, { tier: 'web' }),
    (i) => deployment(i),
    (i) => cluster('v1', 'Namespace', `ns${i}`, {}),
  ),
  masses(
    'EndpointSlices and Endpoints of one Service with pods',
    (i) => slice(i, 's0'),
    () => service(0, { tier: 'web' }),
    (i) => deployment(i),
  ),
  masses(
    'Deployments that ask all Services',
    (i) =>
      deployment(i, {
        container: { envFrom: [{ configMapRef: { name: 'c' } }] },
      }),
    (i) => service(i, { app: `d${i}` }, { targetPort: 80 }),
  ),
  {
    name: 'Deployments that ask all Services by one ConfigMap, policies',
    objects: (size) => [
      object('v1', 'ConfigMap', 'c', {
        data: Object.fromEntries(list(size / 3, (i) => [`URL_${i}`, `http://s${i}`] as [string, string])),
      }),
      ...many(
        size / 3,
        (i) => deployment(i, { container: { envFrom: [{ configMapRef: { name: 'c' } }] } }),
        (i) => service(i, { app: `d${i}` }, { targetPort: 80 }),
        (i) => policy(i, { podSelector: { matchLabels: { app: `d${i}` } }, ingress: [] }),
      ),
    ],
  },
  masses('ClusterRoles that gather all but one', (i) =>
    cluster(
      'rbac.authorization.k8s.io/v1',
      'ClusterRole',
      `c${i}`,
      { aggregationRule: { clusterRoleSelectors: [EXPRESSION('to', 'NotIn', [`x${i}`])] }, rules: [] },
      { labels: { to: `x${i}` } },
    ),
  ),
  masses(
    'canaries of one Service',
    (i) =>
      deployment(i, { labels: { app: 'x', track: `t${i}` }, selector: { matchLabels: { track: `t${i}` } } }),
    (i) => service(i, { app: 'x' }),
  ),
  masses(
    'Deployments that spread over what they select all but one of',
    (i) => node(i % 10),
    (i) =>
      deployment(i, {
        spec: { replicas: 3 },
        pod: {
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'zone',
              whenUnsatisfiable: 'DoNotSchedule',
              labelSelector: EXPRESSION('app', 'NotIn', [`d${i + 1}`]),
            },
          ],
        },
      }),
  ),
  masses(
    'CronJobs and Jobs that share names',
    (i) =>
      object('batch/v1', 'CronJob', `j${i % 10}`, {
        spec: {
          schedule: '*/5 * * * *',
          jobTemplate: { spec: { template: { spec: { restartPolicy: 'Never', containers: [CONTAINER] } } } },
        },
      }),
    (i) =>
      object('batch/v1', 'Job', `j${i % 10}`, {
        spec: { template: { spec: { restartPolicy: 'Never', containers: [CONTAINER] } } },
      }),
  ),
];
