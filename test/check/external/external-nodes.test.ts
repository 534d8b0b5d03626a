import { checkContext } from '../../../lib/check/check-context';
import { clusterNodes } from '../../../lib/check/external/cluster-nodes';
import { type External } from '../../../lib/check/external/external';
import { ExternalIndex } from '../../../lib/check/external/external-index';
import { exampleObjects } from '../../../lib/check/example/example-objects';
import { nodeExample } from '../../../lib/check/rules/capacity/nodes/node-examples';
import { deploymentExample } from '../../../lib/check/rules/capacity/rollout/rollout-examples';
import { DEFAULT_KUBERNETES_VERSION } from '../../../lib/model/kubernetes-version';
import { ObjectSet } from '../../../lib/model/object-set';
import { checkManifests } from '../manifests';

const read = (nodes: unknown): ExternalIndex => new ExternalIndex({ nodes } as External);

test('a Node that is written by hand has the labels that kubelets give', () => {
  const [node] = read([{ name: 'a', labels: { disk: 'ssd', 'kubernetes.io/arch': 'arm64' } }]).nodes;
  expect(node?.labels).toEqual({
    'kubernetes.io/hostname': 'a',
    'kubernetes.io/os': 'linux',
    'kubernetes.io/arch': 'arm64',
    disk: 'ssd',
  });
});

test('what is said of a Node stands where the API has it', () => {
  const [node] = read([
    {
      name: 'a',
      unschedulable: true,
      taints: [{ key: 'gpu', effect: 'NoExecute' }],
      allocatable: { cpu: 4 },
    },
  ]).nodes;
  expect(node?.object).toMatchObject({
    spec: { unschedulable: true, taints: [{ key: 'gpu', effect: 'NoExecute' }] },
    status: { allocatable: { cpu: 4 } },
  });
});

test('a Node as the API has it is taken as it is', () => {
  const [node] = read([{ kind: 'Node', metadata: { name: 'a', labels: { zone: 'x' } }, spec: {} }]).nodes;
  expect(node).toMatchObject({ kind: 'Node', group: '', name: 'a', labels: { zone: 'x' } });
});

test('the Nodes of the set go before those that are declared', () => {
  const set = new ObjectSet(exampleObjects(nodeExample('a', { cpu: '2' }), 'nodes.yaml'));
  const context = checkContext(set, DEFAULT_KUBERNETES_VERSION, read([{ name: 'a' }, { name: 'b' }]));
  const nodes = context.once(clusterNodes);
  expect(nodes.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(nodes[0]).toBe(set.entries[0]);
});

const POD = deploymentExample('', '      nodeSelector: { disk: ssd, kubernetes.io/os: linux }\n');

test('rules about Nodes look at those that are declared', () => {
  const codes = (external: External): readonly string[] =>
    checkManifests(POD, { external })
      .map(({ code }) => code)
      .filter((code) => code === 'K470');
  expect(codes({})).toEqual([]);
  expect(codes({ nodes: [{ name: 'a' }] })).toEqual(['K470']);
  expect(codes({ nodes: [{ name: 'a' }, { name: 'b', labels: { disk: 'ssd' } }] })).toEqual([]);
});

test('Nodes that are declared are not checked themselves', () => {
  const manifest = { kind: 'Node' as const, metadata: { name: 'a' }, spec: { podCIDR: 3, nonsense: true } };
  const nodes = checkManifests('', { external: { nodes: [manifest] } });
  expect(nodes).toEqual([]);
});

test.each<[unknown, string]>([
  [3, 'external.nodes has to be a list'],
  ['nodes.yaml', 'external.nodes is the path "nodes.yaml", which only kubewright.config.ts may have'],
  [['node-1'], "external.nodes[0] has to be an object, such as { name: 'node-1' }"],
  [[{}], 'external.nodes[0].name has to be the name of a Node'],
  [[{ name: 'a' }, { name: 'a' }], 'external.nodes[1].name is "a", as of external.nodes[0]'],
  [[{ name: 'a', taint: [] }], 'there is no external.nodes[0].taint; did you mean taints?'],
  [[{ name: 'a', cpu: 4 }], 'there is no external.nodes[0].cpu; there are name, labels,'],
  [[{ name: 'a', labels: [] }], 'external.nodes[0].labels has to be an object'],
  [[{ name: 'a', labels: { gpu: true } }], 'external.nodes[0].labels["gpu"] has to be text; write \'true\''],
  [[{ name: 'a', labels: { 'a b': '' } }], 'external.nodes[0].labels["a b"] is no label'],
  [[{ name: 'a', labels: { a: 'x y' } }], 'external.nodes[0].labels["a"] is "x y"'],
  [[{ name: 'a', taints: {} }], 'external.nodes[0].taints has to be a list'],
  [[{ name: 'a', taints: ['gpu'] }], 'external.nodes[0].taints[0] has to be an object'],
  [[{ name: 'a', taints: [{ effect: 'NoExecute' }] }], 'external.nodes[0].taints[0].key has to be the key'],
  [
    [{ name: 'a', taints: [{ key: 'gpu', effect: 'Never' }] }],
    'external.nodes[0].taints[0].effect is "Never"; write one of NoSchedule, PreferNoSchedule, NoExecute',
  ],
  [[{ name: 'a', taints: [{ key: 'gpu' }] }], 'external.nodes[0].taints[0].effect is null'],
  [[{ name: 'a', allocatable: { memory: '16GB' } }], 'external.nodes[0].allocatable.memory is "16GB"'],
  [[{ name: 'a', allocatable: '4' }], 'external.nodes[0].allocatable has to be an object'],
  [[{ name: 'a', unschedulable: 'yes' }], 'external.nodes[0].unschedulable has to be true or false'],
  [[{ kind: 'Pod', metadata: { name: 'a' } }], 'external.nodes[0].kind is "Pod"'],
  [[{ kind: 'Node' }], 'external.nodes[0].metadata.name has to be the name of a Node'],
])('%j is refused', (nodes, message) => {
  expect(() => read(nodes)).toThrow(message);
});
