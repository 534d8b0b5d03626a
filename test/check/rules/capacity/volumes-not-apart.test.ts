import { type ExternalNode } from '../../../../lib/check/external/external-node';
import {
  localVolume,
  localVolumeExample,
} from '../../../../lib/check/rules/capacity/storage/local-volume-examples';
import { type Diagnostic } from '../../../../lib/diagnostics/diagnostic';
import { checkManifests } from '../../manifests';

function found(manifests: string, nodes: readonly ExternalNode[] = []): readonly Diagnostic[] {
  return checkManifests(manifests, { external: { nodes } }).filter(({ code }) => code === 'K479');
}

const titles = (manifests: string, nodes?: readonly ExternalNode[]): readonly string[] =>
  found(manifests, nodes).map(({ title }) => title);

const HOST = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';

const apart = (key: string, kind = 'required', labels = 'app: web', more = ''): string => {
  const term = `{ ${more} topologyKey: ${key}, labelSelector: { matchLabels: { ${labels} } } }`;
  const list = kind === 'required' ? `[${term}]` : `[{ weight: 1, podAffinityTerm: ${term} }]`;
  return `affinity: { podAntiAffinity: { ${kind}DuringSchedulingIgnoredDuringExecution: ${list} } },`;
};

interface Some {
  readonly kind?: string;
  readonly spec?: string;
  readonly pod?: string;
}

/** The workload `shop/web`; `spec` and `pod` are entries of flow mappings, with a comma behind each. */
function web({ kind = 'Deployment', spec = '', pod = apart(HOST) }: Some = {}): string {
  const isSet = kind === 'StatefulSet';
  const claims = `serviceName: web, volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: manual, accessModes: [ReadWriteOnce], resources: { requests: { storage: 10Gi } } } }],`;
  return `apiVersion: apps/v1
kind: ${kind}
metadata: { name: web, namespace: shop }
spec:
  { ${spec} ${isSet ? claims : ''} selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } },
    spec: { ${pod} containers: [{ name: web, image: 'example.com/web:1.0.0' }]
      ${isSet ? '' : ', volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]'} } } }
---
`;
}

const set = (replicas: number, pod?: string): string =>
  web({ kind: 'StatefulSet', spec: `replicas: ${replicas},`, ...(pod !== undefined && { pod }) });
const disks = (...nodes: readonly string[]): string =>
  nodes.map((node, index) => localVolume(node, `disk-${index}`, `data-web-${index}`)).join('');

test('pods of a StatefulSet whose volumes are of one Node cannot keep apart', () => {
  const [one, ...more] = found(disks('a', 'b', 'a') + set(3));
  expect(more).toEqual([]);
  expect(one?.title).toBe(
    '2 pods of StatefulSet `shop/web` keep apart, and their volumes are of the Node `a`',
  );
  expect(one?.path).toBe(
    '/spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0',
  );
  expect(one?.spans.map(({ label }) => label)).toEqual([
    'no two of these pods on one Node',
    'the claim `data-web-0` has `disk-0`, of the Node `a`',
    'the claim `data-web-2` has `disk-2`, of the Node `a`',
  ]);
});

test('volumes of several Nodes, pods that are not there, and pods that need not keep apart are well', () => {
  expect(titles(disks('a', 'b', 'c') + set(3))).toEqual([]);
  expect(titles(disks('a', 'a') + set(1))).toEqual([]);
  expect(titles(disks('a', 'a') + set(2, ''))).toEqual([]);
  expect(titles(disks('a', 'a') + set(2, apart(HOST, 'preferred')))).toEqual([]);
  expect(titles(disks('a', 'a') + set(2, apart(HOST, 'required', 'app: other')))).toEqual([]);
});

test.each([
  ['namespaces: [shop],', 1],
  ['namespaces: [other, shop],', 1],
  ['namespaces: [],', 1],
  ['namespaceSelector: null,', 1],
  ['namespaces: null, namespaceSelector: null,', 1],
  ['namespaceSelector: {},', 1],
  ['namespaces: [shop], namespaceSelector: { matchLabels: { a: b } },', 1],
  ['namespaces: [other],', 0],
  ['namespaceSelector: { matchLabels: { a: b } },', 0],
  ['namespaceSelector: { matchExpressions: [{ key: a, operator: DoesNotExist }] },', 0],
])('a term is about the pods themselves where it is about their namespace: %s', (more, count) => {
  const pods = apart(HOST, 'required', 'app: web', more);
  expect(titles(disks('a', 'a') + set(2, pods))).toHaveLength(count);
  const replicas = web({ spec: 'replicas: 3,', pod: pods });
  const external = { nodes: [{ name: 'a' }, { name: 'b' }] };
  expect(checkManifests(replicas, { external }).filter(({ code }) => code === 'K472')).toHaveLength(count);
});

test('volumes that a claim may have, or may not, are not counted', () => {
  // Two volumes that are kept for nobody, and fit both claims.
  expect(titles(localVolume('a', 'disk-0') + localVolume('a', 'disk-1') + set(2))).toEqual([]);
});

test('pods that share a volume of one Node cannot keep apart', () => {
  const recreate = 'strategy: { type: Recreate },';
  expect(titles(localVolumeExample('a') + web({ spec: `replicas: 2, ${recreate}` }))).toEqual([
    '2 pods of Deployment `shop/web` keep apart, and their volume is of the Node `a`',
  ]);
  expect(titles(localVolumeExample('a') + web({ spec: `replicas: 1, ${recreate}` }))).toEqual([]);
  expect(titles(localVolumeExample('a') + web())).toEqual([
    'a rollout of Deployment `shop/web` stands still: its pods keep apart, and their volume is of the Node `a`',
  ]);
});

test('other domains than Nodes are known where the Nodes are', () => {
  const nodes = (...zones: readonly string[]): readonly ExternalNode[] =>
    zones.map((zone, index) => ({ name: 'abc'.charAt(index), labels: zone === '' ? {} : { [ZONE]: zone } }));
  const both = disks('a', 'b') + set(2, apart(ZONE));
  expect(titles(both)).toEqual([]);
  expect(titles(both, nodes('x', 'y'))).toEqual([]);
  expect(titles(both, nodes('x', 'x'))).toEqual([
    '2 pods of StatefulSet `shop/web` keep apart, and their volumes are of the Node `a`',
  ]);
  // A Node without the label keeps nothing apart.
  expect(titles(both, nodes('', ''))).toEqual([]);
});
