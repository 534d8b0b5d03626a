import { type ExternalNode } from '../../../../lib/check/external/external-node';
import { claimExample, classExample } from '../../../../lib/check/rules/capacity/storage/claim-examples';
import {
  localPodsExample,
  localVolumeExample,
} from '../../../../lib/check/rules/capacity/storage/local-volume-examples';
import { type Diagnostic } from '../../../../lib/diagnostics/diagnostic';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';
import { checkManifests } from '../../manifests';

const NODES: readonly ExternalNode[] = [{ name: 'node-1' }, { name: 'node-2' }];

function found(
  manifests: string,
  nodes: readonly ExternalNode[] = NODES,
  target: KubernetesVersion = '1.36',
): readonly Diagnostic[] {
  return checkManifests(manifests, { target, external: { nodes } }).filter(
    ({ code }) => code === 'K477' || code === 'K478',
  );
}

const codes = (manifests: string, nodes?: readonly ExternalNode[]): readonly string[] =>
  found(manifests, nodes).map(({ code, severity }) => `${code} ${severity}`);

const pinned = (node: string): string => `      nodeSelector: { kubernetes.io/hostname: ${node} }\n`;

/** The disk of a Node, and a claim that does not name it. */
function unnamed(
  node: string,
  { mode = 'Immediate', provisioner = 'kubernetes.io/no-provisioner' } = {},
): string {
  const [volume = ''] = localVolumeExample(node).split('---\n');
  const storage = classExample('manual', provisioner, `volumeBindingMode: ${mode}\n`).replace(
    /(volumeBindingMode: \w+\n)(provisioner.*\n)/,
    '$2$1',
  );
  return `${storage}${volume}---\n${claimExample()}`;
}

describe('a volume that all Nodes but one reach', () => {
  const [volume = '', ...rest] = localVolumeExample('node-1').split('---\n');
  const away = [volume.replace('operator: In', 'operator: NotIn'), ...rest].join('---\n');
  const many = Array.from({ length: 100 }, (_, index) => ({ name: `node-${index}` }));

  test('keeps pods away that go to that one alone, however many others there are', () => {
    expect(away).toContain('operator: NotIn');
    expect(codes(away + localPodsExample(pinned('node-1')), many)).toEqual(['K478 error']);
    expect(codes(away + localPodsExample(pinned('node-2')), many)).toEqual([]);
    expect(codes(away + localPodsExample(), many)).toEqual([]);
  });

  test('is one that no Node reaches where there is that one alone', () => {
    expect(codes(away + localPodsExample(), [{ name: 'node-1' }])).toEqual(['K477 error']);
  });
});

describe('a volume that no Node reaches', () => {
  test('is an error where a claim is for it, and a warning where none is', () => {
    expect(codes(localVolumeExample('node-9') + localPodsExample())).toEqual(['K477 error']);
    const [volume = ''] = localVolumeExample('node-9').split('---\n');
    expect(codes(volume)).toEqual(['K477 warning']);
    expect(codes(localVolumeExample('node-2') + localPodsExample())).toEqual([]);
    expect(codes(localVolumeExample('node-9') + localPodsExample(), [])).toEqual([]);
  });

  test('names the Node that may be meant, and what the scheduler says', () => {
    const of = (target: KubernetesVersion): Diagnostic | undefined =>
      found(localVolumeExample('node1') + localPodsExample(), NODES, target)[0];
    expect(of('1.36')?.help[0]).toBe('did you mean `node-1`?');
    expect(of('1.36')?.notes).toEqual([
      'pods that mount the claim `data` stay Pending (FailedScheduling): "2 node(s) didn\'t match PersistentVolume\'s node affinity"',
    ]);
    expect(of('1.32')?.notes[0]).toContain('"2 node(s) had volume node affinity conflict"');
  });

  test('of several that would do, a claim is not sure to have it', () => {
    const [other = ''] = localVolumeExample('node-1', 'other').split('---\n');
    expect(codes(unnamed('node-9') + localPodsExample())).toEqual(['K477 error']);
    const [unsure] = found(`${unnamed('node-9')}${other}---\n${localPodsExample()}`);
    expect(unsure).toMatchObject({ code: 'K477', severity: 'warning' });
    expect(unsure?.spans).toHaveLength(1);
  });

  test('one Node of any term is enough', () => {
    const [volume = '', ...rest] = localVolumeExample('node-9').split('---\n');
    const two = `${volume}        - matchExpressions: [{ key: disk, operator: Exists }]\n`;
    const manifests = [two, ...rest].join('---\n') + localPodsExample();
    expect(codes(manifests)).toEqual(['K477 error']);
    expect(codes(manifests, [{ name: 'x', labels: { disk: 'ssd' } }])).toEqual([]);
  });
});

describe('pods and their volumes', () => {
  const manifests = localVolumeExample('node-1') + localPodsExample(pinned('node-2'));

  test('that are of different Nodes are told of, by the Nodes', () => {
    const [diagnostic, ...others] = found(manifests);
    expect(others).toEqual([]);
    expect(diagnostic?.title).toBe(
      'no Node that takes the pods of Deployment `shop/web` reaches the volume `files`',
    );
    expect(diagnostic?.spans.map(({ label }) => label)).toEqual([
      'the pods may go to `node-2`',
      '`files` is reached from `kubernetes.io/hostname in (node-1)`',
    ]);
    expect(diagnostic?.notes[0]).toContain(
      "\"0/2 nodes are available: 1 node(s) didn't match PersistentVolume's node affinity, 1 node(s) didn't match Pod's node affinity/selector.\"",
    );
  });

  test('that contradict one another are told of without any Node', () => {
    const [diagnostic] = found(manifests, []);
    expect(diagnostic?.code).toBe('K478');
    expect(diagnostic?.spans[0]?.label).toBe('nodeSelector and affinity ask for other labels');
    expect(codes(localVolumeExample('node-1') + localPodsExample(pinned('node-1')), [])).toEqual([]);
    expect(
      codes(localVolumeExample('node-1') + localPodsExample('      nodeSelector: { disk: ssd }\n'), []),
    ).toEqual([]);
  });

  test('any term of the affinity will do', () => {
    const affinity = (...names: readonly string[]): string => {
      const terms = names.map(
        (name) =>
          `            - matchExpressions: [{ key: kubernetes.io/hostname, operator: In, values: [${name}] }]\n`,
      );
      return `      affinity:\n        nodeAffinity:\n          requiredDuringSchedulingIgnoredDuringExecution:\n            nodeSelectorTerms:\n${terms.join('')}`;
    };
    for (const nodes of [[], NODES]) {
      expect(codes(localVolumeExample('node-1') + localPodsExample(affinity('node-2')), nodes)).toEqual([
        'K478 error',
      ]);
      expect(
        codes(localVolumeExample('node-1') + localPodsExample(affinity('node-2', 'node-1')), nodes),
      ).toEqual([]);
    }
  });

  test('a taint, or a Node that is cordoned, keeps pods from their volume too', () => {
    const nodes: readonly ExternalNode[] = [{ name: 'node-1', unschedulable: true }, { name: 'node-2' }];
    expect(codes(localVolumeExample('node-1') + localPodsExample(), nodes)).toEqual(['K478 error']);
    expect(codes(localVolumeExample('node-1') + localPodsExample())).toEqual([]);
  });

  test('volumes of two Nodes in one pod', () => {
    const both = (node: string): string =>
      localVolumeExample('node-1') +
      localVolumeExample(node, 'logs', 'logs') +
      localPodsExample('', ['data', 'logs']);
    for (const nodes of [[], NODES]) {
      expect(found(both('node-2'), nodes).map(({ title }) => title)).toEqual([
        'no Node reaches all volumes of the pods of Deployment `shop/web`: `files` and `logs`',
      ]);
      expect(codes(both('node-1'), nodes)).toEqual([]);
    }
  });

  test('a claim that may get another volume is not looked at', () => {
    const pods = localPodsExample(pinned('node-2'));
    const [other = ''] = localVolumeExample('node-2', 'other').split('---\n');
    expect(codes(unnamed('node-1') + pods)).toEqual(['K478 error']);
    expect(codes(`${unnamed('node-1')}${other}---\n${pods}`)).toEqual([]);
    const waits = { mode: 'WaitForFirstConsumer' };
    expect(found(unnamed('node-1', waits) + pods)[0]?.notes[0]).toContain(
      "node(s) didn't find available persistent volumes to bind",
    );
    expect(codes(unnamed('node-1', { ...waits, provisioner: 'ebs.csi.aws.com' }) + pods)).toEqual([]);
  });

  test('each pod of a StatefulSet has volumes of its own', () => {
    const kept = (node: string, ordinal: number): string =>
      (localVolumeExample(node, `disk-${ordinal}`).split('---\n')[0] ?? '').replace(
        'spec:\n',
        `spec:\n  claimRef: { namespace: shop, name: data-db-${ordinal} }\n`,
      );
    const set = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  replicas: 2
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      nodeSelector: { kubernetes.io/hostname: node-1 }
      containers: [{ name: db, image: 'example.com/db:1.0.0' }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { storageClassName: manual, accessModes: [ReadWriteOnce], resources: { requests: { storage: 10Gi } } }
`;
    const of = (second: string): string => [kept('node-1', 0), kept(second, 1), set].join('---\n');
    for (const nodes of [[], NODES]) {
      expect(codes(of('node-1'), nodes)).toEqual([]);
      expect(found(of('node-2'), nodes).map(({ title }) => title)).toEqual([
        'no Node that takes the pods of StatefulSet `shop/db` reaches the volume `disk-1`',
      ]);
    }
  });
});
