import { type ExternalNode } from '../../../../lib/check/external/external-node';
import { deploymentExample } from '../../../../lib/check/rules/capacity/rollout/rollout-examples';
import { type Diagnostic } from '../../../../lib/diagnostics/diagnostic';
import { checkManifests } from '../../manifests';

const NODES: readonly ExternalNode[] = [{ name: 'a' }, { name: 'b' }];
const HOST_PORT = '          ports: [{ containerPort: 8080, hostPort: 80 }]\n';
const PORT = '          ports: [{ containerPort: 8080 }]\n';

function found(manifests: string, nodes: readonly ExternalNode[] = NODES): readonly Diagnostic[] {
  return checkManifests(manifests, { external: { nodes } }).filter(({ code }) => code === 'K452');
}

const titles = (manifests: string, nodes?: readonly ExternalNode[]): readonly string[] =>
  found(manifests, nodes).map(({ title }) => title);

const web = (spec: string, pod = '', container = HOST_PORT): string =>
  deploymentExample(spec, pod, container);

test('with a port of the Node there are as many pods as Nodes', () => {
  const recreate = '  strategy: { type: Recreate }\n';
  expect(titles(web(`  replicas: 3\n${recreate}`))).toEqual([
    'Deployment `shop/web` has 3 pods that each need port 80 of a Node, and 2 Nodes for them',
  ]);
  expect(titles(web(`  replicas: 2\n${recreate}`))).toEqual([]);
  expect(titles(web(`  replicas: 3\n${recreate}`, '', PORT))).toEqual([]);
});

test('on the network of the host every port is one of the Node', () => {
  expect(titles(web('  replicas: 3\n', '      hostNetwork: true\n', PORT))).toEqual([
    'Deployment `shop/web` has 3 pods that each need port 8080 of a Node, and 2 Nodes for them',
  ]);
  expect(titles(web('  replicas: 3\n', '      hostNetwork: true\n', ''))).toEqual([]);
});

test('a sidecar has its port as long as the pod runs, an init container has not', () => {
  const first = (policy: string): string =>
    `      initContainers: [{ name: proxy, image: 'example.com/proxy:1.0.0', ports: [{ containerPort: 9, hostPort: 9 }]${policy} }]\n`;
  expect(titles(web('  replicas: 3\n', first(', restartPolicy: Always'), ''))).toHaveLength(1);
  expect(titles(web('  replicas: 3\n', first(''), ''))).toEqual([]);
});

test('a rollout needs a Node without an old pod', () => {
  expect(titles(web('  replicas: 2\n'))).toEqual([
    'a rollout of Deployment `shop/web` stands still: on each of the 2 Nodes for its pods an old one has port 80',
  ]);
  expect(titles(web('  replicas: 1\n'))).toEqual([]);
  // A quarter of four is one pod that may go first.
  expect(titles(web('  replicas: 4\n'), [...NODES, { name: 'c' }, { name: 'd' }])).toEqual([]);
});

test('only Nodes that take the pods have places', () => {
  const nodes: readonly ExternalNode[] = [...NODES, { name: 'c', unschedulable: true }];
  expect(titles(web('  replicas: 2\n'), nodes)).toHaveLength(1);
  expect(titles(web('  replicas: 2\n', '      nodeSelector: { disk: ssd }\n'), nodes)).toEqual([]);
});

test('of pods that go to one Node it is known without Nodes, and of others it is not', () => {
  expect(titles(web('  replicas: 1\n'), [])).toEqual([]);
  expect(titles(web('  replicas: 9\n'), [])).toEqual([]);
  const pinned = '      nodeSelector: { kubernetes.io/hostname: a }\n';
  expect(titles(web('  replicas: 1\n', pinned), [])).toEqual([
    'a rollout of Deployment `shop/web` stands still: on the one Node for its pods an old one has port 80',
  ]);
  // Pods that name their Node are nobody's to schedule.
  expect(titles(web('  replicas: 2\n', '      nodeName: a\n'), [])).toEqual([]);
});

test('more pods that only an autoscaler makes are a warning', () => {
  const scaler = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 5 }
`;
  expect(found(web('  replicas: 2\n') + scaler)).toMatchObject([{ severity: 'warning' }]);
});

describe('a DaemonSet', () => {
  const agent = (strategy: string): string => `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  updateStrategy: ${strategy}
  template:
    metadata: { labels: { app: agent } }
    spec:
      containers: [{ name: agent, image: 'example.com/agent:1.0.0', ports: [{ containerPort: 9, hostPort: 9 }] }]
`;

  test('stands still with a surge, whatever the Nodes', () => {
    for (const nodes of [[], NODES]) {
      expect(titles(agent('{ rollingUpdate: { maxSurge: 10%, maxUnavailable: 0 } }'), nodes)).toEqual([
        'a rollout of DaemonSet `shop/agent` stands still: on every Node the old pod has port 9',
      ]);
    }
  });

  test('goes on where the old pod goes first, or nothing rolls out by itself', () => {
    expect(titles(agent('{ rollingUpdate: { maxUnavailable: 1 } }'))).toEqual([]);
    expect(titles(agent('{ rollingUpdate: { maxSurge: 0%, maxUnavailable: 1 } }'))).toEqual([]);
    expect(titles(agent('{ type: OnDelete }'))).toEqual([]);
  });
});
