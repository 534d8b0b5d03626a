import { nodeExample } from '../../../../lib/check/rules/capacity/nodes/node-examples';
import { deploymentExample } from '../../../../lib/check/rules/capacity/rollout/rollout-examples';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';
import { checkManifests } from '../../manifests';

const notes = (manifests: string, target?: KubernetesVersion): readonly string[] =>
  checkManifests(manifests, target && { target })
    .filter(({ code }) => code === 'K470')
    .flatMap((diagnostic) => diagnostic.notes);

const TAINT = 'spec:\n  taints: [{ key: dedicated, value: batch, effect: NoSchedule }]\n';
const REQUESTS = '          resources: { requests: { cpu: "4", memory: 64Gi } }\n';

test('a pod that no Node takes is told in the words of the scheduler', () => {
  const nodes =
    nodeExample('a', { spec: TAINT }) + nodeExample('b', { cpu: '2' }) + nodeExample('c') + nodeExample('d');
  expect(notes(nodes + deploymentExample('', '', REQUESTS), '1.33')).toEqual([
    'it stays Pending (FailedScheduling): "0/4 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {dedicated: batch}, 3 Insufficient memory."',
    'taints that it does not tolerate: {dedicated: batch}',
  ]);
  expect(notes(nodes + deploymentExample('', '', REQUESTS), '1.34')).toEqual([
    'it stays Pending (FailedScheduling): "0/4 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint(s), 3 Insufficient memory."',
    'taints that it does not tolerate: {dedicated: batch}',
  ]);
});

test('one Node that takes it is enough, and without Nodes nothing is known', () => {
  const pod = deploymentExample(
    '',
    '      tolerations: [{ key: dedicated, operator: Exists }]\n      nodeSelector: { kubernetes.io/hostname: a }\n',
  );
  expect(notes(nodeExample('a', { spec: TAINT }) + nodeExample('b') + pod)).toEqual([]);
  expect(notes(pod)).toEqual([]);
  expect(notes(nodeExample('b') + pod)).toHaveLength(1);
  expect(notes(nodeExample('b', { spec: 'spec: { unschedulable: true }\n' }) + pod)).toEqual([
    'it stays Pending (FailedScheduling): "0/1 nodes are available: 1 node(s) were unschedulable."',
  ]);
});

test('a toleration with an empty key is of every taint, as one without a key', () => {
  const nodes = nodeExample('a', { spec: TAINT });
  const tolerating = (toleration: string): string =>
    deploymentExample('', `      tolerations: [${toleration}]\n`);
  expect(notes(nodes + tolerating('{ key: "", operator: Exists }'))).toEqual([]);
  expect(notes(nodes + tolerating('{ operator: Exists }'))).toEqual([]);
  expect(notes(nodes + tolerating('{ key: other, operator: Exists }'))).toHaveLength(2);
});

test('another scheduler has its own ways', () => {
  const pod = deploymentExample('', '      schedulerName: batch\n      nodeSelector: { disk: ssd }\n');
  expect(notes(nodeExample('a') + pod)).toEqual([]);
});
