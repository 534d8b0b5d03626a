import { findImmutableField } from '../../lib/model/immutable-fields';
import { type JsonObject } from '../../lib/model/json-value';

const object = (apiVersion: string, kind: string, content: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'x' },
  ...content,
});
const path = (text: string): string[] => text.split('.');

describe('what an apply refuses to change', () => {
  test.each([
    [object('apps/v1', 'Deployment'), 'spec.selector.matchLabels.app'],
    [object('apps/v1', 'StatefulSet'), 'spec.serviceName'],
    [object('apps/v1', 'StatefulSet'), 'spec.volumeClaimTemplates.data.spec.resources'],
    [object('batch/v1', 'Job'), 'spec.template.spec.containers.web.image'],
    [object('batch/v1', 'Job'), 'spec.completions'],
    [object('v1', 'Pod'), 'spec.volumes.data'],
    [object('v1', 'Service', { spec: { clusterIP: 'None' } }), 'spec.clusterIP'],
    [object('v1', 'ConfigMap', { immutable: true }), 'data.LOG_LEVEL'],
    [object('v1', 'Secret'), 'type'],
    [object('v1', 'PersistentVolumeClaim'), 'spec.storageClassName'],
    [object('v1', 'PersistentVolume'), 'spec.nfs.path'],
    [object('rbac.authorization.k8s.io/v1', 'RoleBinding'), 'roleRef.name'],
    [object('storage.k8s.io/v1', 'StorageClass'), 'parameters.type'],
    [object('apiextensions.k8s.io/v1', 'CustomResourceDefinition'), 'spec.scope'],
  ])('%j: %s', (before, field) => {
    const found = findImmutableField(before, path(field));
    expect(found?.reason).toMatch(/immutable|takes only/);
    expect(found?.help).not.toBe('');
  });

  test.each([
    [object('apps/v1', 'Deployment'), 'spec.template.spec.containers.web.image'],
    [object('apps/v1', 'StatefulSet'), 'spec.template.metadata.labels.app'],
    [object('apps/v1', 'StatefulSet'), 'spec.replicas'],
    [object('batch/v1', 'Job', { spec: { suspend: true } }), 'spec.template.spec.nodeSelector'],
    [object('batch/v1', 'Job', { spec: { completionMode: 'Indexed' } }), 'spec.completions'],
    [object('v1', 'Pod'), 'spec.containers.web.image'],
    [object('v1', 'Service'), 'spec.clusterIP'],
    [object('v1', 'ConfigMap'), 'data.LOG_LEVEL'],
    [object('v1', 'PersistentVolumeClaim'), 'spec.resources.requests.storage'],
    [object('v1', 'PersistentVolume'), 'spec.persistentVolumeReclaimPolicy'],
    [object('v1', 'Deployment'), 'spec.selector'],
    [object('example.com/v1', 'Widget'), 'spec.selector'],
  ])('but not %j: %s', (before, field) => {
    expect(findImmutableField(before, path(field))).toBeUndefined();
  });
});

describe('what is known of a change with both objects', () => {
  const claim = (spec: JsonObject): JsonObject => object('v1', 'PersistentVolumeClaim', { spec });
  const size = (storage: string): JsonObject => ({ resources: { requests: { storage } } });
  const service = (spec: JsonObject): JsonObject => object('v1', 'Service', { spec });
  const job = (spec: JsonObject): JsonObject => object('batch/v1', 'Job', { spec });
  const pod = (image: string, name = 'web'): JsonObject =>
    object('v1', 'Pod', { spec: { containers: [{ name, image }] } });
  const storageClass = (content: JsonObject): JsonObject =>
    object('storage.k8s.io/v1', 'StorageClass', content);
  const statefulSet = (template: JsonObject): JsonObject =>
    object('apps/v1', 'StatefulSet', { spec: { volumeClaimTemplates: [template] } });

  test.each<[string, JsonObject, JsonObject, string]>([
    ['a claim that shrinks', claim(size('2Gi')), claim(size('1Gi')), 'spec.resources.requests.storage'],
    ['a class taken away', claim({ storageClassName: 'a' }), claim({}), 'spec.storageClassName'],
    ['a headless Service', service({}), service({ clusterIP: 'None' }), 'spec.clusterIP'],
    [
      'one that gets an address',
      service({ clusterIP: 'None' }),
      service({ clusterIP: '10.0.0.9' }),
      'spec.clusterIP',
    ],
    [
      'another family',
      service({ ipFamilies: ['IPv4'] }),
      service({ ipFamilies: ['IPv6'] }),
      'spec.ipFamilies',
    ],
    ['the name of a container', pod('web:1'), pod('web:1', 'app'), 'spec.containers'],
    [
      'a whole spec',
      object('v1', 'PersistentVolume', { spec: { nfs: { path: '/a' } } }),
      object('v1', 'PersistentVolume'),
      'spec.nfs',
    ],
    ['another default', storageClass({}), storageClass({ reclaimPolicy: 'Retain' }), 'reclaimPolicy'],
    [
      'the image of a suspended Job',
      job({ suspend: true, template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } }),
      job({ template: { spec: { containers: [{ name: 'a', image: 'a:2' }] } } }),
      'spec.template.spec.containers',
    ],
  ])('%s is refused', (_, before, after, field) => {
    expect(findImmutableField(before, path(field), { after })).toBeDefined();
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    ['a claim that grows', claim(size('1Gi')), claim(size('2Gi')), 'spec.resources.requests.storage'],
    [
      'the same size in other words',
      claim(size('1Gi')),
      claim(size('1024Mi')),
      'spec.resources.requests.storage',
    ],
    ['a default written out', claim({}), claim({ volumeMode: 'Filesystem' }), 'spec.volumeMode'],
    [
      'a class that the server may have filled in',
      claim({}),
      claim({ storageClassName: 'a' }),
      'spec.storageClassName',
    ],
    ['an address left to the server', service({ clusterIP: '10.0.0.9' }), service({}), 'spec.clusterIP'],
    [
      'a second family',
      service({ ipFamilies: ['IPv4'] }),
      service({ ipFamilies: ['IPv4', 'IPv6'] }),
      'spec.ipFamilies',
    ],
    ['an image of a Pod', pod('web:1'), pod('web:2'), 'spec.containers'],
    ['the default of a class', storageClass({}), storageClass({ reclaimPolicy: 'Delete' }), 'reclaimPolicy'],
    [
      'the node of a suspended Job',
      job({ suspend: true, template: { spec: {} } }),
      job({ suspend: true, template: { spec: { nodeSelector: { a: 'b' } } } }),
      'spec.template.spec.nodeSelector',
    ],
    [
      'a claim template in other words',
      statefulSet({ metadata: { name: 'a' }, spec: size('1Gi') }),
      statefulSet({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'a' },
        spec: { volumeMode: 'Filesystem', ...size('1Gi') },
      }),
      'spec.volumeClaimTemplates',
    ],
  ])('%s is not', (_, before, after, field) => {
    expect(findImmutableField(before, path(field), { after })).toBeUndefined();
  });

  test('a StatefulSet keeps its revisionHistoryLimit before 1.33', () => {
    const [before, after] = [5, 3].map((limit) =>
      object('apps/v1', 'StatefulSet', { spec: { revisionHistoryLimit: limit } }),
    );
    const ask = (target: '1.32' | '1.33') =>
      before && after && findImmutableField(before, path('spec.revisionHistoryLimit'), { after, target });
    expect(ask('1.32')).toBeDefined();
    expect(ask('1.33')).toBeUndefined();
  });
});
