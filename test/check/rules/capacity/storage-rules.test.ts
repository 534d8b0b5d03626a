import { type External } from '../../../../lib/check/external/external';
import {
  claimExample,
  classExample,
  mountingExample,
  volumeExample,
} from '../../../../lib/check/rules/capacity/storage/claim-examples';
import { checkManifests } from '../../manifests';

const found = (manifests: string, external?: External): readonly string[] =>
  checkManifests(manifests, external === undefined ? {} : { external })
    .filter(({ code }) => /^K4[34]\d$/.test(code))
    .map(({ code, severity, title }) => `${severity} ${code}: ${title}`);

const STANDARD = '  storageClassName: standard\n';
const MANUAL = classExample('manual', 'kubernetes.io/no-provisioner');

test('a claim larger than every volume names the largest', () => {
  const volumes = volumeExample({ name: 'a', size: '5Gi' }) + volumeExample({ name: 'b', size: '8Gi' });
  const [diagnostic] = checkManifests(MANUAL + volumes + claimExample());
  expect(diagnostic?.code).toBe('K431');
  expect(diagnostic?.spans.map(({ label }) => label)).toEqual([
    'request is 10Gi',
    'nearest volume: capacity is 8Gi',
  ]);
});

test('a class that nothing defines may have a provisioner, a selector rules it out', () => {
  const volume = volumeExample({ size: '5Gi', labels: 'type: a' });
  expect(found(volume + claimExample())).toEqual([
    'warning K431: PersistentVolumeClaim `shop/data` fits no volume of the set, and stays Pending',
  ]);
  const selector = '  storageClassName: manual\n  selector: { matchLabels: { type: b } }\n';
  expect(found(volume + claimExample({ spec: selector }))).toEqual([
    'error K431: PersistentVolumeClaim `shop/data` fits no volume of the set, and stays Pending',
  ]);
});

test('volumes that are declared to be elsewhere may suit', () => {
  const claim = claimExample({ spec: "  storageClassName: ''\n" });
  expect(found(claim)).toHaveLength(1);
  expect(found(claim, { objects: [{ kind: 'PersistentVolume' }] })).toEqual([]);
});

test('the claims of a StatefulSet that get no volume are told of at once', () => {
  const statefulSet = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  replicas: 4
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "example.com/db:1" }] }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        storageClassName: manual
        accessModes: [ReadWriteOnce]
        resources: { requests: { storage: 1Gi } }
---
`;
  expect(found(MANUAL + volumeExample() + statefulSet)).toEqual([
    'error K431: claims `data-db-1` to `data-db-3` of StatefulSet `shop/db` find every volume that would do bound to others, and stay Pending',
  ]);
});

test.each([
  ['NFS, which no node attaches', volumeExample({ spec: STANDARD }), ''],
  ['a Node alone', 'apiVersion: v1\nkind: Node\nmetadata: { name: node-1 }\n---\n', ''],
])('pods may share storage: %s', (_, more) => {
  expect(found(claimExample({ spec: STANDARD }) + mountingExample('  replicas: 3\n'))).toHaveLength(1);
  expect(found(more + claimExample({ spec: STANDARD }) + mountingExample('  replicas: 3\n'))).toEqual([]);
});

test('pods that are kept on one node may share storage', () => {
  const pinned = mountingExample('  replicas: 3\n').replace(
    '      containers:',
    '      nodeSelector: { kubernetes.io/hostname: node-1 }\n      containers:',
  );
  expect(found(claimExample({ spec: STANDARD }) + pinned)).toEqual([]);
});

test('a second workload finds storage of one pod in use', () => {
  const claim = claimExample({ spec: STANDARD, modes: 'ReadWriteOncePod' });
  const recreate = mountingExample('  strategy: { type: Recreate }\n');
  expect(found(claim + recreate + recreate.replace('name: web\n', 'name: other\n'))).toEqual([
    'error K440: Deployment `shop/other` mounts the ReadWriteOncePod claim `data` that Deployment `shop/web` mounts too',
  ]);
});
