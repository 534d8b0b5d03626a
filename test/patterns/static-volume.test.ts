import { type Chart } from 'cdk8s';
import { StaticVolume, type StaticVolumeProps } from '../../lib/patterns/static-volume';
import { type VolumeClaim } from '../../lib/patterns/volume-claim';
import { StorageClass } from '../../lib/patterns/storage-class';
import { only, synth, type Synthesized } from './synth';

const PROPS: StaticVolumeProps<'ReadWriteMany' | 'ReadOnlyMany'> = {
  capacity: '10Gi',
  accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
  source: { nfs: { server: 'files.example.com', path: '/media' } },
};
type Media = StaticVolume<'ReadWriteMany' | 'ReadOnlyMany'>;
const media = (
  use: (volume: Media, chart: Chart) => unknown,
  props: Partial<typeof PROPS> = {},
  namespace?: string,
): { volume: Synthesized; claim: Synthesized | undefined } => {
  const objects = synth(
    (chart) => {
      use(new StaticVolume(chart, 'media', { ...PROPS, ...props }), chart);
    },
    namespace === undefined ? {} : { namespace },
  );
  return {
    volume: only(objects, 'PersistentVolume'),
    claim: objects.find(({ kind }) => kind === 'PersistentVolumeClaim'),
  };
};

describe('StaticVolume', () => {
  test('alone is a PersistentVolume without namespace that any claim may take', () => {
    const { volume } = media(() => undefined, { defaults: 'none' }, 'web');
    expect(volume).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'media' },
      spec: {
        capacity: { storage: '10Gi' },
        accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
        nfs: { server: 'files.example.com', path: '/media' },
      },
    });
  });

  test('and its claim name each other, with the same class, size, modes and volume mode', () => {
    const { volume, claim } = media(
      (made, chart) => made.claim(chart, 'claim'),
      { volumeMode: 'Filesystem' },
      'web',
    );
    expect(volume.spec.claimRef).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace: 'web',
      name: 'claim',
    });
    expect(claim?.spec).toEqual({
      volumeName: 'media',
      // The empty class keeps the default class of the cluster away.
      storageClassName: '',
      volumeMode: 'Filesystem',
      accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
      resources: { requests: { storage: '10Gi' } },
    });
  });

  test('shares its class with the claim, which may ask for less', () => {
    const objects = synth(
      (chart) => {
        const storageClass = new StorageClass(chart, 'host', { provisioner: 'kubernetes.io/no-provisioner' });
        const made = new StaticVolume(chart, 'media', { ...PROPS, storageClass });
        made.claim(chart, 'claim', { storage: '5Gi', accessModes: ['ReadOnlyMany'] });
      },
      { namespace: 'web' },
    );
    expect(only(objects, 'PersistentVolume').spec.storageClassName).toBe('host');
    expect(only(objects, 'PersistentVolumeClaim').spec).toMatchObject({
      storageClassName: 'host',
      accessModes: ['ReadOnlyMany'],
      resources: { requests: { storage: '5Gi' } },
    });
  });

  test('leaves the claim reference out where the namespace is for kubectl to say', () => {
    const { volume, claim } = media((made, chart) => made.claim(chart, 'claim'));
    expect(volume.spec).not.toHaveProperty('claimRef');
    expect(claim?.spec.volumeName).toBe('media');
  });

  test('is reached from some nodes only', () => {
    const { volume } = media(() => undefined, {
      source: { local: { path: '/mnt/disk' } },
      nodes: { 'kubernetes.io/hostname': ['node-1', 'node-2'] },
      reclaimPolicy: 'Retain',
      mountOptions: ['noatime'],
      patch: { volume: { spec: { persistentVolumeReclaimPolicy: 'Delete' } } },
    });
    expect(volume.spec).toMatchObject({
      local: { path: '/mnt/disk' },
      persistentVolumeReclaimPolicy: 'Delete',
      mountOptions: ['noatime'],
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                { key: 'kubernetes.io/hostname', operator: 'In', values: ['node-1', 'node-2'] },
              ],
            },
          ],
        },
      },
    });
  });

  test('refuses a second claim, and one that is too large', () => {
    const twice = (made: Media, chart: Chart): VolumeClaim[] => [
      made.claim(chart, 'a'),
      made.claim(chart, 'b'),
    ];
    expect(() => media(twice)).toThrow(
      "StaticVolume 'chart/media': claim 'b' is the second; 'chart/a' has the volume; a volume binds to one claim",
    );
    expect(() => media((made, chart) => made.claim(chart, 'a', { storage: '11Gi' }))).toThrow(
      "StaticVolume 'chart/media': claim 'a' asks for 11Gi, but the volume has 10Gi",
    );
    expect(() => media(() => undefined, { capacity: '10GB' as never })).toThrow(
      'StaticVolume \'chart/media\': capacity is refused: "10GB" is not a quantity',
    );
  });
});
