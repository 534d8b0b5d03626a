import { type Dice, type Json, type JsonMap } from '../dice';
import { labelSelector, metadata } from './metadata';

const appProtocol = (d: Dice): string => d.of(['http', 'kubernetes.io/h2c', 'example.com/x']);

function servicePorts(d: Dice, from: number, open: boolean): Json {
  const count = d.int(from, 3);
  return Array.from({ length: count }, (_, index) => ({
    port: d.of([80, 443, 8080, 9000]) + index,
    ...(count > 1 || d.yes() ? { name: `${d.of(['http', 'a-1', 'x'])}${index}` } : {}),
    ...d.opt({
      protocol: () => d.of(['TCP', 'UDP', 'SCTP']),
      targetPort: () => d.of<Json>([8080, 'http', 1]),
      appProtocol: () => appProtocol(d),
      ...(open ? { nodePort: () => 30000 + d.int(0, 900) * 3 + index } : {}),
    }),
  }));
}

export function service(d: Dice): JsonMap {
  const type = d.of(['ClusterIP', 'ClusterIP', 'NodePort', 'LoadBalancer', 'LoadBalancer', 'ExternalName']);
  const spec: JsonMap = { ...(type === 'ClusterIP' && d.yes() ? {} : { type }) };
  Object.assign(spec, d.opt({ selector: () => d.labels(0) }, 0.8));
  if (type === 'ExternalName') {
    spec.externalName = d.of(['example.com', 'a.b.c.', 'host']);
    if (d.chance(0.3)) spec.ports = servicePorts(d, 1, false);
    return { metadata: metadata(d, d.label()), spec };
  }
  const headless = type === 'ClusterIP' && d.chance(0.3);
  if (headless) spec.clusterIP = 'None';
  spec.ports = servicePorts(d, headless ? 0 : 1, type !== 'ClusterIP');
  Object.assign(
    spec,
    d.opt({
      sessionAffinity: () => 'None',
      externalIPs: () => d.sample(['192.0.2.10', '203.0.113.5'], 0),
      publishNotReadyAddresses: () => d.yes(),
      internalTrafficPolicy: () => d.of(['Cluster', 'Local']),
      ipFamilyPolicy: () => d.of(['SingleStack', 'PreferDualStack']),
      ipFamilies: () => ['IPv4'],
      ...(headless ? { clusterIPs: () => ['None'] } : {}),
      ...(headless || type === 'LoadBalancer' ? {} : { clusterIP: () => `10.96.7.${d.int(1, 250)}` }),
      ...(type === 'ClusterIP' ? {} : { externalTrafficPolicy: () => d.of(['Cluster', 'Local']) }),
    }),
  );
  if (d.chance(0.15)) {
    spec.sessionAffinity = 'ClientIP';
    if (d.yes()) spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: d.of([1, 10800, 86400]) } };
  }
  if (type === 'LoadBalancer') {
    Object.assign(
      spec,
      d.opt({
        loadBalancerIP: () => '192.0.2.1',
        loadBalancerClass: () => 'example.com/lb',
        loadBalancerSourceRanges: () => d.sample(['10.0.0.0/8', '192.168.0.0/16', '2001:db8::/32'], 0),
        allocateLoadBalancerNodePorts: () => d.yes(),
        healthCheckNodePort: () => 0,
      }),
    );
  }
  return { metadata: metadata(d, d.label()), spec };
}

const targetRef = (d: Dice): JsonMap => ({
  kind: 'Pod',
  name: d.name(),
  namespace: 'default',
  ...d.opt({ uid: () => 'abc' }),
});

export const endpoints = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  ...d.opt(
    {
      subsets: () =>
        d.list(1, 2, () => ({
          [d.pick('addresses', 'notReadyAddresses')]: d.list(1, 2, () => ({
            ip: `10.1.${d.int(0, 9)}.${d.int(0, 255)}`,
            ...d.opt({ hostname: () => d.label(), nodeName: () => d.name(), targetRef: () => targetRef(d) }),
          })),
          ports: d.list(0, 1, () => ({
            port: d.of([80, 1, 65535]),
            ...d.opt({
              name: () => 'http',
              protocol: () => d.of(['TCP', 'UDP', 'SCTP']),
              appProtocol: () => appProtocol(d),
            }),
          })),
        })),
    },
    0.95,
  ),
});

export function endpointSlice(d: Dice): JsonMap {
  const addressType = d.of(['IPv4', 'IPv6', 'FQDN']);
  const address = (): string =>
    addressType === 'IPv4'
      ? `10.1.2.${d.int(0, 255)}`
      : addressType === 'IPv6'
        ? `2001:db8::${d.int(1, 9999)}`
        : d.of(['example.com', 'a.b.c']);
  return {
    metadata: { ...metadata(d), ...(d.yes() ? { labels: { 'kubernetes.io/service-name': d.label() } } : {}) },
    addressType,
    endpoints: d.list(0, 3, () => ({
      addresses: d.list(1, 1, address),
      ...d.opt({
        conditions: () =>
          d.opt({ ready: () => d.yes(), serving: () => d.yes(), terminating: () => d.yes() }, 0.6),
        hostname: () => d.label(),
        targetRef: () => targetRef(d),
        nodeName: () => d.name(),
        zone: () => 'zone-a',
        hints: () => ({ forZones: d.list(0, 2, (index) => ({ name: `zone-${index}` })) }),
        deprecatedTopology: () => ({ 'example.com/rack': 'r1' }),
      }),
    })),
    ports: d.sample(['http', 'a-1', ''], 0, 2).map((name) => ({
      name,
      ...d.opt(
        {
          port: () => d.of([80, 65535]),
          protocol: () => d.of(['TCP', 'UDP', 'SCTP']),
          appProtocol: () => appProtocol(d),
        },
        0.7,
      ),
    })),
  };
}

const backend = (d: Dice): JsonMap =>
  d.chance(0.85)
    ? {
        service: {
          name: d.label(),
          port: d.pick<JsonMap>({ number: d.of([80, 1, 65535]) }, { name: 'http' }),
        },
      }
    : { resource: { apiGroup: 'example.com', kind: 'Bucket', name: d.name() } };

export function ingress(d: Dice): JsonMap {
  const rules = d.list(0, 3, (index) => ({
    ...d.opt({ host: () => d.of([`a${index}.example.com`, '*.example.com', 'x']) }, 0.8),
    ...d.opt(
      {
        http: () => ({
          paths: d.list(1, 3, () => {
            const pathType = d.of(['Prefix', 'Exact', 'ImplementationSpecific']);
            return {
              pathType,
              backend: backend(d),
              ...(pathType === 'ImplementationSpecific'
                ? d.opt({ path: () => d.of(['/', '/a.*', '/x']) })
                : { path: d.of(['/', '/a', '/a/b/', '/x-y_z']) }),
            };
          }),
        }),
      },
      0.9,
    ),
  }));
  return {
    metadata: metadata(d),
    spec: {
      ...(rules.length > 0 ? { rules } : {}),
      ...(rules.length === 0 || d.chance(0.2) ? { defaultBackend: backend(d) } : {}),
      ...d.opt({
        ingressClassName: () => d.of(['nginx', 'a.b']),
        tls: () =>
          d.list(0, 2, () =>
            d.opt(
              { hosts: () => d.sample(['a.example.com', '*.example.com'], 0), secretName: () => d.name() },
              0.7,
            ),
          ),
      }),
    },
  };
}

export const ingressClass = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  spec: {
    controller: d.of(['example.com/ingress-controller', 'k8s.io/ingress-nginx']),
    ...d.opt({
      parameters: () => ({
        kind: 'Params',
        name: d.name(),
        ...d.opt({ apiGroup: () => 'example.com' }, 0.7),
        ...d.pick<JsonMap>({}, { scope: 'Cluster' }, { scope: 'Namespace', namespace: 'default' }),
      }),
    }),
  },
});

const policyPorts = (d: Dice): Json =>
  d.list(0, 2, () =>
    d.pick<JsonMap>(
      {},
      { port: 80 },
      { port: 'http', protocol: d.of(['TCP', 'UDP', 'SCTP']) },
      { port: 3000, endPort: d.of([3000, 4000]) },
      { protocol: 'UDP' },
    ),
  );

const peer = (d: Dice): JsonMap =>
  d.pick<() => JsonMap>(
    () => ({ podSelector: labelSelector(d) }),
    () => ({ namespaceSelector: labelSelector(d) }),
    () => ({ podSelector: labelSelector(d), namespaceSelector: labelSelector(d) }),
    () => ({ ipBlock: { cidr: '10.0.0.0/8', ...d.opt({ except: () => ['10.1.0.0/16', '10.2.3.0/24'] }) } }),
    () => ({ ipBlock: { cidr: '2001:db8::/32', ...d.opt({ except: () => ['2001:db8:1::/48'] }) } }),
  )();

const rule = (d: Dice, side: 'from' | 'to'): JsonMap =>
  d.opt({ ports: () => policyPorts(d), [side]: () => d.list(0, 2, () => peer(d)) }, 0.7);

export const networkPolicy = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  spec: {
    podSelector: labelSelector(d),
    ...d.opt(
      {
        ingress: () => d.list(0, 2, () => rule(d, 'from')),
        egress: () => d.list(0, 2, () => rule(d, 'to')),
        policyTypes: () => d.sample(['Ingress', 'Egress'], 0),
      },
      0.6,
    ),
  },
});
