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
