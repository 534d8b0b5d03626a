import { type Dice, type JsonMap } from '../dice';
import { metadata } from './metadata';
import { nodeSelector } from './pods';
import { claimSpec, sharedSources } from './volumes';

const persistentSources = Object.keys(sharedSources);

export function persistentVolume(d: Dice): JsonMap {
  const source = d.of([...persistentSources, 'csi', 'csi', 'local', 'local', 'hostPath', 'nfs']);
  const secret = { name: 'creds', namespace: 'default' };
  const made: JsonMap =
    source === 'csi'
      ? {
          driver: 'csi.example.com',
          volumeHandle: 'handle',
          ...d.opt({
            fsType: () => 'ext4',
            readOnly: () => d.yes(),
            volumeAttributes: () => ({ a: 'b' }),
            nodeStageSecretRef: () => secret,
            nodePublishSecretRef: () => secret,
            controllerPublishSecretRef: () => secret,
            controllerExpandSecretRef: () => secret,
            nodeExpandSecretRef: () => secret,
          }),
        }
      : source === 'local'
        ? { path: '/mnt/disk', ...d.opt({ fsType: () => 'ext4' }) }
        : withNamespaces(sharedSources[source]?.(d, true) as JsonMap);
  return {
    metadata: metadata(d),
    spec: {
      capacity: { storage: d.of(['1Gi', '500G', '1.5Ti']) },
      accessModes: d.chance(0.15)
        ? ['ReadWriteOncePod']
        : d.sample(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'], 1),
      [source]: made,
      ...d.opt({
        persistentVolumeReclaimPolicy: () =>
          d.of(
            source === 'hostPath' || source === 'nfs'
              ? ['Retain', 'Delete']
              : ['Retain', 'Delete', 'Recycle'],
          ),
        storageClassName: () => d.of(['fast', 'a.b', '']),
        mountOptions: () => ['ro', 'soft'],
        volumeMode: () => d.of(['Filesystem', 'Block']),
        claimRef: () => ({ kind: 'PersistentVolumeClaim', namespace: 'default', name: d.name() }),
      }),
      ...(source === 'local' || d.chance(0.15) ? { nodeAffinity: { required: nodeSelector(d) } } : {}),
    },
  };
}

/** A secret of a PersistentVolume names its namespace. */
function withNamespaces(source: JsonMap): JsonMap {
  const { secretRef } = source;
  if (typeof secretRef !== 'object' || secretRef === null || Array.isArray(secretRef)) return source;
  return { ...source, secretRef: { namespace: 'default', ...secretRef } };
}

export const persistentVolumeClaim = (d: Dice): JsonMap => ({ metadata: metadata(d), spec: claimSpec(d) });

export const storageClass = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  provisioner: d.of(['ebs.csi.aws.com', 'kubernetes.io/no-provisioner', 'example.com/nfs']),
  ...d.opt({
    parameters: () => ({ type: 'gp3', 'csi.storage.k8s.io/fstype': 'ext4' }),
    reclaimPolicy: () => d.of(['Delete', 'Retain']),
    mountOptions: () => ['debug'],
    allowVolumeExpansion: () => d.yes(),
    volumeBindingMode: () => d.of(['Immediate', 'WaitForFirstConsumer']),
    allowedTopologies: () =>
      d.list(0, 2, (index) => ({
        matchLabelExpressions: [
          { key: `topology.kubernetes.io/zone${index}`, values: d.sample(['a', 'b'], 1) },
        ],
      })),
  }),
});
