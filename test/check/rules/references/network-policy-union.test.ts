import fc from 'fast-check';

import { checkManifests } from '../../manifests';

/**
 * A law, with what policies allow said over again in the shortest way: a connection is reported if and only if the policies, all of
 * them together, refuse it on one of the two sides.
 */
interface Peer {
  readonly pods: Readonly<Record<string, string>> | undefined;
  readonly namespaces: Readonly<Record<string, string>> | undefined;
}

interface Port {
  readonly port: number | undefined;
  readonly endPort: number | undefined;
  readonly protocol: 'TCP' | 'UDP';
}

interface RandomPolicy {
  readonly namespace: string;
  readonly pods: Readonly<Record<string, string>>;
  readonly types: readonly ('Egress' | 'Ingress')[];
  readonly ingress: readonly { readonly peers: readonly Peer[]; readonly ports: readonly Port[] }[];
  readonly egress: RandomPolicy['ingress'];
}

const NAMESPACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  shop: { team: 'a' },
  team: { team: 'b' },
};
const SOURCE = { namespace: 'team', labels: { app: 'front', tier: 'x' } };
const TARGET = { namespace: 'shop', labels: { app: 'web', tier: 'x' } };
const PORT = 8080;
type End = typeof SOURCE;

const labels = fc.record(
  { app: fc.constantFrom('front', 'web'), tier: fc.constantFrom('x', 'y') },
  { requiredKeys: [] },
);
const peer = fc
  .record({
    pods: fc.option(labels, { nil: undefined }),
    namespaces: fc.option(fc.record({ team: fc.constantFrom('a', 'b') }, { requiredKeys: [] }), {
      nil: undefined,
    }),
  })
  .filter(({ pods, namespaces }) => pods !== undefined || namespaces !== undefined);
const port = fc.record({
  port: fc.option(fc.constantFrom(80, 8000, PORT), { nil: undefined }),
  endPort: fc.option(fc.constant(8090), { nil: undefined }),
  protocol: fc.constantFrom('TCP' as const, 'UDP' as const),
});
const rules = fc.array(
  fc.record({ peers: fc.array(peer, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) }),
  { maxLength: 2 },
);
const policy: fc.Arbitrary<RandomPolicy> = fc.record({
  namespace: fc.constantFrom('shop', 'team'),
  pods: labels,
  types: fc.subarray(['Egress', 'Ingress']),
  ingress: rules,
  egress: rules,
});

const selects = (selector: object, has: Readonly<Record<string, string>>): boolean =>
  Object.entries(selector).every(([key, value]) => has[key] === value);

function admits(
  { peers, ports }: RandomPolicy['ingress'][number],
  { namespace }: RandomPolicy,
  other: End,
): boolean {
  const isPeer = peers.some(
    ({ pods, namespaces }) =>
      selects(pods ?? {}, other.labels) &&
      (namespaces === undefined
        ? other.namespace === namespace
        : selects(namespaces, NAMESPACES[other.namespace] ?? {})),
  );
  const isPort = ports.some(
    (each) =>
      each.protocol === 'TCP' &&
      (each.port === undefined || (each.port <= PORT && PORT <= (each.endPort ?? each.port))),
  );
  return (peers.length === 0 || isPeer) && (ports.length === 0 || isPort);
}

function allows(
  policies: readonly RandomPolicy[],
  type: 'Egress' | 'Ingress',
  end: End,
  other: End,
): boolean {
  const isolating = policies.filter(
    ({ namespace, pods, types, egress }) =>
      namespace === end.namespace &&
      selects(pods, end.labels) &&
      (types.length > 0 ? types.includes(type) : type === 'Ingress' || egress.length > 0),
  );
  if (isolating.length === 0) return true;
  return isolating.some((each) =>
    (type === 'Ingress' ? each.ingress : each.egress).some((rule) => admits(rule, each, other)),
  );
}

function manifest({ namespace, pods, types, ingress, egress }: RandomPolicy, index: number): object {
  const written = (list: RandomPolicy['ingress'], field: string): readonly object[] =>
    list.map(({ peers, ports }) => ({
      [field]: peers.map((each) => ({
        ...(each.pods && { podSelector: { matchLabels: each.pods } }),
        ...(each.namespaces && { namespaceSelector: { matchLabels: each.namespaces } }),
      })),
      ports: ports.map((each) => ({
        protocol: each.protocol,
        ...(each.port !== undefined && { port: each.port }),
        ...(each.port !== undefined && each.endPort !== undefined && { endPort: each.endPort }),
      })),
    }));
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `p${index}`, namespace },
    spec: {
      podSelector: { matchLabels: pods },
      ...(types.length > 0 && { policyTypes: types }),
      ingress: written(ingress, 'from'),
      egress: written(egress, 'to'),
    },
  };
}

const pod = (name: string, { namespace, labels: own }: End, env: readonly object[]): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels: own },
  spec: { containers: [{ name, image: 'example.com/a:1.0.0', env }] },
});
const REST: readonly object[] = [
  ...Object.entries(NAMESPACES).map(([name, own]) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: own },
  })),
  pod('front', SOURCE, [{ name: 'API_URL', value: 'http://web.shop:80' }]),
  pod('web', TARGET, []),
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: PORT }] },
  },
];

test('a connection is reported if and only if the policies together refuse it', () => {
  let cut = 0;
  fc.assert(
    fc.property(fc.array(policy, { maxLength: 4 }), (policies) => {
      const text = [...REST, ...policies.map(manifest)].map((each) => JSON.stringify(each)).join('\n---\n');
      const expected = [
        ...(allows(policies, 'Egress', SOURCE, TARGET) ? [] : ['egress']),
        ...(allows(policies, 'Ingress', TARGET, SOURCE) ? [] : ['ingress']),
      ];
      const found = checkManifests(text)
        .filter(({ code }) => code === 'K367')
        .map(({ path = '' }) => path.split('/')[2]);
      cut += expected.length;
      expect([...found].sort()).toEqual(expected);
    }),
    { numRuns: 300 },
  );
  expect(cut).toBeGreaterThan(30);
});
