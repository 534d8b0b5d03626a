import { StorageClass } from '../../lib/patterns/storage-class';
import { only, synth } from './synth';

describe('StorageClass', () => {
  test('belongs to no namespace, and is named by the claims that it makes', () => {
    const objects = synth(
      (chart) => {
        const fast = new StorageClass(chart, 'fast', {
          provisioner: 'ebs.csi.aws.com',
          parameters: { type: 'gp3' },
          reclaimPolicy: 'Retain',
          volumeBindingMode: 'WaitForFirstConsumer',
          allowVolumeExpansion: true,
          mountOptions: ['noatime'],
          default: true,
          patch: { storageClass: { parameters: { iops: '3000' } } },
        });
        fast.claim(chart, 'uploads', { storage: '20Gi', accessModes: ['ReadWriteOnce'] });
      },
      { namespace: 'web' },
    );
    expect(only(objects, 'StorageClass')).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: {
        name: 'fast',
        labels: { 'app.kubernetes.io/name': 'fast' },
        annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
      },
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3', iops: '3000' },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
      mountOptions: ['noatime'],
    });
    expect(only(objects, 'PersistentVolumeClaim')).toMatchObject({
      metadata: { namespace: 'web' },
      spec: { storageClassName: 'fast' },
    });
  });
});
