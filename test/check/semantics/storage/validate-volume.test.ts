import { type JsonObject } from '../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';
import { refusals } from '../refusals';

const SPEC = { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' } };
const told = (spec: JsonObject, version?: KubernetesVersion): readonly string[] =>
  refusals('v1 PersistentVolume', { spec: { ...SPEC, ...spec } }, version);
const NFS = { nfs: { server: 'a', path: '/a' } };
const NODES = {
  nodeAffinity: {
    required: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['a'] }] },
      ],
    },
  },
};

it('takes what the server takes', () => {
  expect(told(NFS)).toEqual([]);
  expect(told({ ...NODES, local: { path: '/mnt' }, volumeMode: 'Block', storageClassName: 'fast' })).toEqual(
    [],
  );
  const secret = { name: 'a', namespace: 'b' };
  expect(
    told({ csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'v', nodePublishSecretRef: secret } }),
  ).toEqual([]);
  expect(told({ ...NFS, flexVolume: { driver: 'example.com/a' } })).toEqual([]);
});

it.each<[string, JsonObject, readonly string[]]>([
  ['no source', {}, ['spec: Required value: must specify a volume type']],
  [
    'two sources',
    { ...NFS, cephfs: { monitors: ['a'] } },
    ['spec.cephFS: Forbidden: may not specify more than 1 volume type'],
  ],
  ['no mode', { ...NFS, accessModes: [] }, ['spec.accessModes: Required value']],
  ['no capacity', { ...NFS, capacity: {} }, ['spec.capacity: Required value']],
  [
    'another capacity',
    { ...NFS, capacity: { storage: 1, cpu: 1 } },
    ['spec.capacity: Unsupported value: {"storage":1,"cpu":1}: supported values: "storage"'],
  ],
  [
    'less than nothing',
    { ...NFS, capacity: { storage: -1 } },
    ['spec.capacity[storage]: Invalid value: "-1": must be greater than zero'],
  ],
  [
    'a policy',
    { ...NFS, persistentVolumeReclaimPolicy: 'Keep' },
    [
      'spec.persistentVolumeReclaimPolicy: Unsupported value: "Keep": supported values: "Delete", "Recycle", "Retain"',
    ],
  ],
  [
    'a recycled root',
    { hostPath: { path: '/a/..' }, persistentVolumeReclaimPolicy: 'Recycle' },
    [
      'spec.hostPath.path: Invalid value: "/a/..": must not contain \'..\'',
      "spec.persistentVolumeReclaimPolicy: Forbidden: may not be 'recycle' for a hostPath mount of '/'",
    ],
  ],
  [
    'a local disk of no node',
    { local: { path: '/mnt' } },
    ['spec.nodeAffinity: Required value: Local volume requires node affinity'],
  ],
  [
    'no nodes',
    { ...NFS, nodeAffinity: {} },
    ['spec.nodeAffinity.required: Required value: must specify required node constraints'],
  ],
  [
    'a relative path',
    { nfs: { server: 'a', path: 'b' } },
    ['spec.nfs.path: Invalid value: "b": must be an absolute path'],
  ],
  [
    'a driver',
    { csi: { driver: 'a b' } },
    ['spec.csi.driver: Invalid value: "a b"', 'spec.csi.volumeHandle: Required value'],
  ],
  [
    'a Secret of no namespace',
    { cinder: { volumeID: 'a', secretRef: { name: 'b' } } },
    ['spec.cinder.secretRef.namespace: Required value'],
  ],
  ['a disk', { gcePersistentDisk: { pdName: '' } }, ['spec.persistentDisk.pdName: Required value']],
  [
    'a namespace of no name',
    { azureFile: { secretName: 'a', shareName: 'b', secretNamespace: '' } },
    ['spec.azureFile.secretNamespace: Required value'],
  ],
  [
    'an initiator',
    {
      iscsi: {
        targetPortal: 'x'.repeat(70),
        iqn: 'iqn.2001-04.com.example:a',
        lun: 0,
        initiatorName: 'iqn.2001-04.com.example:b',
      },
    },
    ['spec.iscsi.targetportal: Invalid value'],
  ],
  [
    'a mode of mounting',
    { ...NFS, volumeMode: 'File' },
    ['spec.volumeMode: Unsupported value: "File": supported values: "Block", "Filesystem"'],
  ],
])('refuses %s', (_, spec, messages) => {
  expect(told(spec)).toEqual(messages.map((message) => expect.stringContaining(message) as string));
});

it('looks at the attributes class since there is one', () => {
  const spec = { ...NFS, volumeAttributesClassName: 'gold' };
  expect(told(spec, '1.33')).toEqual([]);
  expect(told(spec, '1.34')).toEqual([
    'spec.csi: Required value: has to be specified when using volumeAttributesClassName',
  ]);
});
