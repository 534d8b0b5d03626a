import { type ExternalNode } from '../../../../lib/check/external/external-node';
import { type Diagnostic } from '../../../../lib/diagnostics/diagnostic';
import { checkManifests } from '../../manifests';

const NODES: readonly ExternalNode[] = [{ name: 'a' }, { name: 'b' }];

function found(manifests: string, nodes: readonly ExternalNode[] = []): readonly Diagnostic[] {
  return checkManifests(manifests, { external: { nodes } }).filter(({ code }) => code === 'K456');
}

const titles = (manifests: string, nodes?: readonly ExternalNode[]): readonly string[] =>
  found(manifests, nodes).map(({ title }) => title);

interface Some {
  readonly kind?: string;
  readonly spec?: string;
  readonly pod?: string;
  readonly ports?: string;
}

/** A workload; `spec` and `pod` are entries of flow mappings, with a comma behind each. */
function some(name: string, { kind = 'DaemonSet', spec = '', pod = '', ports = PORT }: Some = {}): string {
  return `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
  { ${spec} selector: { matchLabels: { app: ${name} } }, template: { metadata: { labels: { app: ${name} } },
    spec: { ${pod} containers: [{ name: app, image: 'example.com/app:1.0.0', ports: [${ports}] }] } } }
`;
}

const PORT = '{ containerPort: 80, hostPort: 80 }';
const deployment = (name: string, more: Some = {}): string => some(name, { kind: 'Deployment', ...more });
const on = (labels: string): Some => ({ pod: `nodeSelector: { ${labels} },` });
const affinity = (...terms: readonly string[]): Some => ({
  pod: `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [${terms
    .map((each) => `{ matchExpressions: [${each}] }`)
    .join()}] } } },`,
});
const tolerating = (tolerations: string): Some => ({ pod: `tolerations: [${tolerations}],` });
const MEET = ['DaemonSet `shop/u` and DaemonSet `shop/x` both need port 80 of the same Nodes'];

describe('two DaemonSets, whatever the Nodes', () => {
  const meet = (x: Some, y: Some): readonly string[] => titles(some('x', x) + some('u', y));

  test('meet where they are placed alike', () => {
    expect(meet({}, {})).toEqual(MEET);
    expect(meet(on('pool: a, os: linux'), on('os: linux, pool: a'))).toEqual(MEET);
    expect(meet(on('pool: a'), affinity('{ key: pool, operator: In, values: [a] }'))).toEqual(MEET);
  });

  test('meet where the Nodes of one are all among those of the other, in either order', () => {
    expect(meet({}, on('pool: a'))).toEqual(MEET);
    expect(meet(on('pool: a'), {})).toEqual(MEET);
    expect(meet(affinity('{ key: pool, operator: In, values: [a, b] }'), on('pool: b'))).toEqual(MEET);
    expect(meet(affinity('{ key: pool, operator: NotIn, values: [a] }'), on('pool: b'))).toEqual(MEET);
    expect(meet(affinity('{ key: pool, operator: Exists }'), on('pool: b'))).toEqual(MEET);
  });

  test('may not meet where a Node need not be one of both', () => {
    expect(meet(on('pool: a'), on('pool: b'))).toEqual([]);
    expect(meet(on('pool: a'), on('disk: ssd'))).toEqual([]);
    expect(meet(affinity('{ key: pool, operator: NotIn, values: [a] }'), on('pool: a'))).toEqual([]);
    expect(meet(affinity('{ key: pool, operator: DoesNotExist }'), on('pool: a'))).toEqual([]);
    expect(
      meet(
        affinity('{ key: pool, operator: In, values: [a, c] }'),
        affinity('{ key: pool, operator: In, values: [a, b] }'),
      ),
    ).toEqual([]);
    // Terms without requirements are met by no Node.
    expect(meet({}, affinity(''))).toEqual([]);
  });

  test('meet by one of several terms only where each of the one leads to one of the other', () => {
    const a = '{ key: pool, operator: In, values: [a] }';
    const b = '{ key: pool, operator: In, values: [b] }';
    const c = '{ key: pool, operator: In, values: [c] }';
    expect(meet(affinity(a, b, c), affinity(b, a))).toEqual(MEET);
    expect(meet(affinity(a, b), affinity(b, c))).toEqual([]);
  });

  test('may not meet where taints keep either from Nodes of the other', () => {
    const control = '{ key: node-role.kubernetes.io/control-plane, operator: Exists }';
    const gpu = '{ key: gpu, operator: Equal, value: "yes", effect: NoSchedule }';
    expect(meet(tolerating(control), tolerating(gpu))).toEqual([]);
    expect(meet({}, { pod: `nodeSelector: { gpu: "yes" }, tolerations: [${gpu}],` })).toEqual([]);
    expect(meet({}, tolerating(gpu))).toEqual(MEET);
    expect(meet(tolerating('{ operator: Exists }'), tolerating(gpu))).toEqual(MEET);
    // The controller tolerates these for each of its pods, and a preference keeps no pod away.
    const each = '{ key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute }';
    const preferred = '{ key: spot, operator: Exists, effect: PreferNoSchedule }';
    expect(meet({}, { pod: `nodeSelector: { pool: a }, tolerations: [${each}, ${preferred}],` })).toEqual(
      MEET,
    );
  });

  test.each([
    ['another protocol', '{ containerPort: 80, hostPort: 80, protocol: UDP }', 0],
    ['another number', '{ containerPort: 80, hostPort: 81 }', 0],
    ['no port of the Node', '{ containerPort: 80 }', 0],
    ['one address and every address', '{ containerPort: 80, hostPort: 80, hostIP: 127.0.0.1 }', 1],
  ])('%s', (_, ports, count) => {
    expect(meet({}, { ports })).toHaveLength(count);
    expect(meet({ ports }, {})).toHaveLength(count);
  });

  test('two addresses are not in the way of each other, and `::` is one of them', () => {
    const at = (ip: string): Some => ({ ports: `{ containerPort: 80, hostPort: 80, hostIP: "${ip}" }` });
    expect(meet(at('127.0.0.1'), at('10.0.0.1'))).toEqual([]);
    expect(meet(at('::'), at('10.0.0.1'))).toEqual([]);
    expect(meet(at('10.0.0.1'), at('10.0.0.1'))).toEqual(MEET);
    expect(meet(at('10.0.0.1'), at('0.0.0.0'))).toEqual(MEET);
  });

  test('on the network of the host each port is one of the Node', () => {
    const host = { pod: 'hostNetwork: true,', ports: '{ containerPort: 80 }' };
    expect(meet(host, {})).toEqual(MEET);
    expect(meet(host, host)).toEqual(MEET);
  });
});

test('both places are shown, and a port that nobody has', () => {
  const three =
    '{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 81 }, { containerPort: 5, hostPort: 5 }';
  const [one] = found(some('x', { ports: three }) + some('u', { ports: three }));
  expect(one?.spans.map(({ label }) => label)).toEqual([
    'each pod needs port 80 of each Node that it runs on',
    'each pod needs port 80 of each Node that it runs on',
  ]);
  expect(one?.path).toBe('/spec/template/spec/containers/0/ports/0/hostPort');
  expect(one?.notes).toContain('so it is with the ports 81, 5');
  expect(one?.help[0]).toBe('give one of them another port: hostPort: 82');
});

test('each further DaemonSet is told of once, with the first', () => {
  expect(titles(some('x') + some('u') + some('z'))).toEqual([
    ...MEET,
    'DaemonSet `shop/z` and DaemonSet `shop/x` both need port 80 of the same Nodes',
  ]);
});

describe('other pods, whatever the Nodes', () => {
  test('find no Node where a DaemonSet has the port on all of theirs', () => {
    const title =
      'Deployment `shop/u` needs port 80 of a Node, and DaemonSet `shop/x` has it on every Node for its pods';
    expect(titles(deployment('u') + some('x'))).toEqual([title]);
    expect(titles(some('x') + deployment('u', on('pool: a')))).toEqual([title]);
    expect(titles(some('x', on('pool: a')) + deployment('u'))).toEqual([]);
    expect(titles(some('x') + deployment('u', tolerating('{ operator: Exists }')))).toEqual([]);
  });

  test('meet where they all go to one Node', () => {
    const host = on('kubernetes.io/hostname: a');
    expect(titles(deployment('x', host) + deployment('u', host))).toEqual([
      'Deployment `shop/u` and Deployment `shop/x` both need port 80 of the Node `a`',
    ]);
    expect(titles(deployment('x', host) + deployment('u', on('kubernetes.io/hostname: b')))).toEqual([]);
    expect(titles(deployment('x', on('pool: a')) + deployment('u', on('pool: a')))).toEqual([]);
    const named = { pod: 'nodeName: a,' };
    const [one] = found(deployment('x', named) + deployment('u', named));
    expect(one?.notes[0]).toContain('"Predicate NodePorts failed: ');
  });

  test('that name their Node mind few taints, so a DaemonSet may not be there', () => {
    expect(titles(some('x') + deployment('u', { pod: 'nodeName: a,' }))).toEqual([]);
    expect(
      titles(some('x', tolerating('{ operator: Exists }')) + deployment('u', { pod: 'nodeName: a,' })),
    ).toHaveLength(1);
  });

  test('that are none, that end, or that another scheduler places, are nobody’s to tell of', () => {
    expect(titles(some('x') + deployment('u', { spec: 'replicas: 0,' }))).toEqual([]);
    expect(titles(some('x') + deployment('u', { pod: 'schedulerName: other,' }))).toEqual([]);
    const pod = (spec: string, annotation = ''): string => `---
apiVersion: v1
kind: Pod
metadata: { name: u, namespace: shop, annotations: { ${annotation} } }
spec: { ${spec} containers: [{ name: u, image: 'example.com/u:1.0.0', ports: [${PORT}] }] }
`;
    expect(titles(some('x') + pod(''))).toHaveLength(1);
    expect(titles(some('x') + pod('restartPolicy: Never,'))).toEqual([]);
    expect(titles(some('x') + pod('', 'helm.sh/hook: test'))).toEqual([]);
  });

  test('one object that is there twice is no conflict, nor one whose namespace may be that of another', () => {
    expect(titles(some('x') + some('x'))).toEqual([]);
    const elsewhere = some('x').replace('namespace: shop', 'namespace: other');
    const anywhere = some('x').replace(', namespace: shop', '');
    expect(titles(some('x') + elsewhere)).toHaveLength(1);
    for (const nodes of [[], NODES]) expect(titles(some('x') + anywhere, nodes)).toEqual([]);
    expect(
      titles(deployment('x') + deployment('x').replace(', namespace: shop', ''), [{ name: 'a' }]),
    ).toEqual([]);
  });
});

describe('a base for Kustomize, and what is made of it', () => {
  const inside = (namespace: string, text: string): string =>
    text.replace('namespace: shop', `namespace: ${namespace}`);
  const base = (text: string): string => text.replace(', namespace: shop', '');

  test('are one workload where pods are counted', () => {
    const x = deployment('x');
    const web = deployment('web');
    for (const two of [base(web) + web + x, web + base(web) + x, x + web + base(web)])
      expect(titles(two, NODES)).toEqual([]);
    // More than one may be made of it.
    expect(titles(base(web) + web + inside('other', web) + x, NODES)).toEqual([
      'Deployment `shop/x`, Deployment `shop/web` and 1 more have 3 pods that each need port 80 of a Node, and 2 Nodes for them',
    ]);
    // What is made of it may have fewer pods than it says.
    const many = base(deployment('web', { spec: 'replicas: 2,' }));
    expect(titles(many + x, NODES)).toHaveLength(1);
    expect(titles(many + web + x, NODES)).toEqual([]);
  });

  test('hide nothing of others, nor of what else is made of it', () => {
    const host = on('kubernetes.io/hostname: a');
    for (const [one, nodes] of [
      [some('a'), []],
      [some('a'), NODES],
      [deployment('a', host), []],
    ] as const) {
      const both = inside('s1', one) + inside('s2', one);
      const without = titles(both, nodes);
      expect(without).toHaveLength(1);
      expect(titles(base(one) + both, nodes)).toEqual(without);
      expect(titles(both + base(one), nodes)).toEqual(without);
    }
    expect(titles(base(some('a')) + inside('s1', some('a')) + some('u'))).toEqual([
      'DaemonSet `shop/u` and DaemonSet `s1/a` both need port 80 of the same Nodes',
    ]);
    expect(titles(base(some('a')) + some('u'))).toHaveLength(1);
  });
});

test('Pods that the server names are told apart by what their names begin with', () => {
  const pod = (prefix: string): string => `---
apiVersion: v1
kind: Pod
metadata: { generateName: ${prefix} }
spec: { containers: [{ name: u, image: 'example.com/u:1.0.0', ports: [${PORT}] }] }
`;
  expect(titles(some('x') + pod('a-') + pod('b-'))).toHaveLength(2);
});

test('a DaemonSet has each of the addresses that it asks for', () => {
  const at = (...ips: readonly string[]): Some => ({
    ports: ips.map((ip) => `{ containerPort: 80, hostPort: 80, hostIP: ${ip} }`).join(),
  });
  for (const nodes of [[], NODES]) {
    expect(titles(some('x', at('127.0.0.1', '0.0.0.0')), nodes)).toEqual([]);
    expect(titles(some('x', at('127.0.0.1', '0.0.0.0')) + some('u', at('10.0.0.1')), nodes)).toHaveLength(1);
  }
});

describe('where the Nodes are known', () => {
  const pools: readonly ExternalNode[] = [
    { name: 'a', labels: { pool: 'a', disk: 'ssd' } },
    { name: 'b', labels: { pool: 'b' } },
    { name: 'c', labels: { pool: 'b', disk: 'ssd' } },
  ];

  test('DaemonSets meet on those that both run on', () => {
    expect(titles(some('x', on('pool: b')) + some('u', on('disk: ssd')), pools)).toEqual([
      'DaemonSet `shop/u` needs port 80 of each Node, and DaemonSet `shop/x` has it on 1 of the 2 Nodes',
    ]);
    expect(titles(some('x', on('pool: a')) + some('u', on('pool: b')), pools)).toEqual([]);
    expect(titles(some('x') + some('u'), pools)).toEqual([
      'DaemonSet `shop/u` needs port 80 of each Node, and DaemonSet `shop/x` has it on all 3 Nodes',
    ]);
    expect(titles(some('x', on('pool: z')) + some('u', on('pool: z')), pools)).toEqual([]);
  });

  test('a DaemonSet leaves other pods the Nodes that it does not run on', () => {
    const two = { spec: 'replicas: 2,' };
    expect(titles(some('x', on('pool: b')) + deployment('u'), pools)).toEqual([]);
    expect(titles(some('x', on('pool: b')) + deployment('u', two), pools)).toEqual([
      'Deployment `shop/u` needs port 80 of a Node, and DaemonSet `shop/x` has it on 2 of the 3 Nodes for its pods',
    ]);
  });

  test('several workloads have one pod for each Node', () => {
    expect(titles(deployment('x') + deployment('u'), NODES)).toEqual([]);
    expect(titles(deployment('x') + deployment('u') + deployment('z'), NODES)).toEqual([
      'Deployment `shop/z`, Deployment `shop/x` and 1 more have 3 pods that each need port 80 of a Node, and 2 Nodes for them',
    ]);
    // Of two addresses there is room for both on each Node, and of all addresses for one.
    const at = (ip: string): Some => ({
      spec: 'replicas: 2,',
      ports: `{ containerPort: 80, hostPort: 80, hostIP: ${ip} }`,
    });
    const apart = deployment('x', at('10.0.0.1')) + deployment('u', at('127.0.0.1'));
    expect(titles(apart, NODES)).toEqual([]);
    expect(titles(apart + deployment('z'), NODES)).toHaveLength(1);
  });

  test('the Nodes that a DaemonSet has are not left to several', () => {
    expect(
      titles(some('w', on('pool: a')) + deployment('x') + deployment('u') + deployment('z'), pools),
    ).toHaveLength(1);
  });
});
