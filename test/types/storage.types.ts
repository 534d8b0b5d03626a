// Compiled by `npm run typecheck`: each line below a @ts-expect-error must be refused.
import { type Chart } from 'cdk8s';
import { StaticVolume, StorageClass, VolumeClaim, type VolumeSource, Worker } from 'kubewright';

export function storage(chart: Chart): void {
  const source = { nfs: { server: 'files.example.com', path: '/media' } } as const;
  const media = new StaticVolume(chart, 'media', {
    capacity: '10Gi',
    accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
    source,
  });
  const claim = media.claim(chart, 'claim', { accessModes: ['ReadOnlyMany'] });
  new Worker(chart, 'worker', { image: 'a:1', mounts: { '/media': claim } });
  // @ts-expect-error: a mode that the volume lacks
  media.claim(chart, 'claim', { accessModes: ['ReadWriteOnce'] });
  // @ts-expect-error: the class is that of the volume
  media.claim(chart, 'claim', { storageClass: 'fast' });
  // @ts-expect-error: a volume is mounted by its claim
  new Worker(chart, 'worker', { image: 'a:1', mounts: { '/media': media } });
  // @ts-expect-error: no such mode
  new VolumeClaim(chart, 'claim', { storage: '1Gi', accessModes: ['ReadWriteTwice'] });
  // @ts-expect-error: a size is a quantity
  new VolumeClaim(chart, 'claim', { storage: '1GB', accessModes: ['ReadWriteOnce'] });
  const fast = new StorageClass(chart, 'fast', { provisioner: 'ebs.csi.aws.com' });
  // @ts-expect-error: the class is this one
  fast.claim(chart, 'claim', { storage: 1, accessModes: ['ReadWriteOnce'], storageClass: 'slow' });
}

export const one: VolumeSource = { hostPath: { path: '/x' } };
// @ts-expect-error: exactly one source
export const two: VolumeSource = { hostPath: { path: '/x' }, local: { path: '/x' } };
// @ts-expect-error: exactly one source
export const none: VolumeSource = {};
