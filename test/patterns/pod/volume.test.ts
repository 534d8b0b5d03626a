import { Volume } from '../../../lib/patterns/pod/volume';
import { StorageClass } from '../../../lib/patterns/storage-class';
import { synth } from '../synth';
import { podSpec } from './pod';

describe('Volume', () => {
  test.each<[string, Volume, object]>([
    ['emptyDir', Volume.emptyDir('v'), { emptyDir: {} }],
    [
      'emptyDir with a limit',
      Volume.emptyDir('v', { sizeLimit: '1Gi', medium: 'Memory' }),
      { emptyDir: { sizeLimit: '1Gi', medium: 'Memory' } },
    ],
    ['hostPath', Volume.hostPath('v', '/x'), { hostPath: { path: '/x' } }],
    ['hostPath with a type', Volume.hostPath('v', '/x', 'File'), { hostPath: { path: '/x', type: 'File' } }],
    [
      'nfs',
      Volume.nfs('v', { server: 's', path: '/p', readOnly: true }),
      { nfs: { server: 's', path: '/p', readOnly: true } },
    ],
    [
      'existingClaim',
      Volume.existingClaim('v', 'c', { readOnly: true }),
      { persistentVolumeClaim: { claimName: 'c', readOnly: true } },
    ],
    [
      'ephemeral',
      Volume.ephemeral('v', { storage: '1Gi', annotations: { a: 'b' }, storageClass: 'fast' }),
      {
        ephemeral: {
          volumeClaimTemplate: {
            metadata: { annotations: { a: 'b' } },
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: 'fast',
              resources: { requests: { storage: '1Gi' } },
            },
          },
        },
      },
    ],
    [
      'downwardApi',
      Volume.downwardApi(
        'v',
        {
          labels: 'metadata.labels',
          one: "metadata.labels['a']",
          cpu: { resource: 'limits.cpu', container: 'main', divisor: '1m' },
        },
        { defaultMode: 0o400 },
      ),
      {
        downwardAPI: {
          defaultMode: 0o400,
          items: [
            { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
            { path: 'one', fieldRef: { fieldPath: "metadata.labels['a']" } },
            {
              path: 'cpu',
              resourceFieldRef: { resource: 'limits.cpu', containerName: 'main', divisor: '1m' },
            },
          ],
        },
      },
    ],
    [
      'projected',
      Volume.projected('v', [{ serviceAccountToken: { path: 'token', audience: 'a' } }], { defaultMode: 1 }),
      { projected: { defaultMode: 1, sources: [{ serviceAccountToken: { path: 'token', audience: 'a' } }] } },
    ],
    ['csi', Volume.csi('v', { driver: 'd', readOnly: true }), { csi: { driver: 'd', readOnly: true } }],
    [
      'of',
      Volume.of('v', { iscsi: { iqn: 'i', lun: 0, targetPortal: 't' } }),
      { iscsi: { iqn: 'i', lun: 0, targetPortal: 't' } },
    ],
  ])('%s', (_source, volume, manifest) => {
    expect(podSpec({ mounts: { '/v': volume } }).volumes).toEqual([{ name: 'v', ...manifest }]);
  });

  test('takes a StorageClass as well as its name', () => {
    synth((chart) => {
      const storageClass = new StorageClass(chart, 'fast', { provisioner: 'x.example.com' });
      const { source } = Volume.ephemeral('v', { storage: 1, storageClass });
      expect(source?.ephemeral?.volumeClaimTemplate?.spec.storageClassName).toBe('fast');
    });
  });

  test('refuses a size that is none, before any pod has it', () => {
    expect(() => Volume.emptyDir('v', { sizeLimit: '1GB' as never })).toThrow(
      'sizeLimit: "1GB" is not a quantity',
    );
  });
});
