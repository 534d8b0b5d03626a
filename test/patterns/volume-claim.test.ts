import { VolumeClaim } from '../../lib/patterns/volume-claim';
import { Worker } from '../../lib/patterns/worker';
import { only, synth } from './synth';

describe('VolumeClaim', () => {
  test('writes what it asks for, and is mounted as it is or read-only', () => {
    const objects = synth((chart) => {
      const claim = new VolumeClaim(chart, 'up.loads', {
        storage: '20Gi',
        accessModes: ['ReadWriteOnce'],
        storageClass: 'fast',
        volumeMode: 'Filesystem',
        selector: { matchLabels: { type: 'local' } },
        dataSource: { kind: 'PersistentVolumeClaim', name: 'old' },
        patch: { claim: { spec: { resources: { limits: { storage: '30Gi' } } } } },
      });
      new Worker(chart, 'w', {
        image: 'a:1',
        mounts: { '/a': claim, '/b': claim.volume({ name: 'ro', readOnly: true }) },
      });
    });
    expect(only(objects, 'PersistentVolumeClaim').spec).toEqual({
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'fast',
      volumeMode: 'Filesystem',
      selector: { matchLabels: { type: 'local' } },
      dataSource: { kind: 'PersistentVolumeClaim', name: 'old' },
      resources: { requests: { storage: '20Gi' }, limits: { storage: '30Gi' } },
    });
    expect(only(objects, 'Deployment').spec.template.spec.volumes).toEqual([
      { name: 'up-loads', persistentVolumeClaim: { claimName: 'up.loads' } },
      { name: 'ro', persistentVolumeClaim: { claimName: 'up.loads', readOnly: true } },
    ]);
  });

  test('leaves the class to the cluster unless it is told, and tells none by an empty name', () => {
    const spec = (storageClass?: string): object =>
      only(
        synth(
          (chart) =>
            new VolumeClaim(chart, 'c', {
              storage: 1,
              accessModes: ['ReadWriteOncePod'],
              ...(storageClass !== undefined && { storageClass }),
            }),
        ),
        'PersistentVolumeClaim',
      ).spec as object;
    expect(spec()).not.toHaveProperty('storageClassName');
    expect(spec('')).toHaveProperty('storageClassName', '');
  });

  test('refuses to be mounted from another namespace', () => {
    const mount = (namespace?: string) => (): unknown =>
      synth(
        (chart) => {
          const claim = new VolumeClaim(chart, 'c', {
            storage: 1,
            accessModes: ['ReadWriteOnce'],
            namespace: 'other',
          });
          new Worker(chart, 'w', { image: 'a:1', mounts: { '/a': claim } });
        },
        namespace === undefined ? {} : { namespace },
      );
    expect(mount('other')).not.toThrow();
    // kubectl's own namespace may be the same.
    expect(mount()).not.toThrow();
    expect(mount('web')).toThrow(
      "mounts['/a'] takes PersistentVolumeClaim 'c' of namespace 'other', which the pod is not in",
    );
  });
});
