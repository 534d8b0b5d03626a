import { type Dice, type Json, type JsonMap } from '../dice';
import { labelSelector, nameOnly } from './metadata';

export const mode = (d: Dice): number => d.of([0o400, 0o644, 0, 0o777, 256]);
const fsType = (d: Dice): string => d.of(['ext4', 'xfs', '']);
const lun = (d: Dice): number => d.of([0, 1, 255]);
const monitors = (d: Dice): string[] => d.sample(['10.0.0.1:6789', 'mon.example.com', '10.0.0.2'], 1);

/** `items` of a ConfigMap or Secret that is mounted. */
const items = (d: Dice): Json =>
  d.list(0, 2, (index) => ({
    key: `key-${index}`,
    path: d.of(['a.txt', 'dir/b', 'x..y', 'c']),
    ...d.opt({ mode: () => mode(d) }),
  }));

const configMap = (d: Dice): JsonMap => ({
  name: d.name(),
  ...d.opt({ items: () => items(d), optional: () => d.yes() }),
});

export const podFields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
  "metadata.labels['app']",
  "metadata.annotations['example.com/x']",
] as const;

/** A reference to a resource of a container that is there. */
export function resourceFieldRef(d: Dice, container?: string): JsonMap {
  const resource = d.of([
    'limits.cpu',
    'requests.cpu',
    'limits.memory',
    'requests.memory',
    'limits.ephemeral-storage',
    'requests.hugepages-2Mi',
  ]);
  return {
    ...(container === undefined ? {} : { containerName: container }),
    resource,
    ...d.opt({
      divisor: () =>
        resource.endsWith('cpu') ? d.of(['1m', '1', 1]) : d.of(['1', '1Mi', '1Gi', '1k', '1M']),
    }),
  };
}

const downwardItems = (d: Dice): Json =>
  d.list(0, 3, (index) => ({
    path: `${d.of(['f', 'dir/f'])}${index}`,
    ...(d.yes()
      ? { fieldRef: { fieldPath: d.of(podFields), ...d.opt({ apiVersion: () => 'v1' }) } }
      : { resourceFieldRef: resourceFieldRef(d, 'main') }),
    ...d.opt({ mode: () => mode(d) }),
  }));

/** The spec of a claim. */
export function claimSpec(d: Dice): JsonMap {
  return {
    accessModes: d.chance(0.2)
      ? ['ReadWriteOncePod']
      : d.sample(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'], 1, 2),
    resources: {
      requests: { storage: d.of(['1Gi', '10G', '500Mi', '1e9', 1000]) },
      ...d.opt({ limits: () => ({ storage: '20Gi' }) }),
    },
    ...d.opt({
      storageClassName: () => d.of(['fast', '', 'a.b']),
      volumeMode: () => d.of(['Filesystem', 'Block']),
      volumeName: () => d.name(),
      selector: () => labelSelector(d),
    }),
    ...(d.chance(0.15) && {
      dataSource: d.yes()
        ? { kind: 'PersistentVolumeClaim', name: d.name() }
        : { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: d.name() },
    }),
    ...(d.chance(0.1) && { dataSourceRef: { apiGroup: 'example.com', kind: 'Source', name: d.name() } }),
    ...d.opt({ volumeAttributesClassName: () => 'silver' }, 0.02),
  };
}

const projections: Readonly<Record<string, (d: Dice) => Json>> = {
  secret: configMap,
  configMap,
  downwardAPI: (d) => ({ items: downwardItems(d) }),
  serviceAccountToken: (d) => ({
    path: d.of(['token', 'dir/token']),
    ...d.opt({ audience: () => 'vault', expirationSeconds: () => d.of([600, 3600, 86400]) }),
  }),
};

/** What a volume of a pod and a PersistentVolume both may be. */
export const sharedSources: Readonly<Record<string, (d: Dice, persistent: boolean) => Json>> = {
  hostPath: (d) => ({
    path: d.of(['/var/log', '/', '/data/x', '/a..b']),
    ...d.opt({
      type: () =>
        d.of([
          '',
          'Directory',
          'DirectoryOrCreate',
          'File',
          'FileOrCreate',
          'Socket',
          'CharDevice',
          'BlockDevice',
        ]),
    }),
  }),
  gcePersistentDisk: (d) => ({
    pdName: 'disk',
    ...d.opt({ fsType: () => fsType(d), partition: () => lun(d), readOnly: () => d.yes() }),
  }),
  awsElasticBlockStore: (d) => ({
    volumeID: 'vol-1',
    ...d.opt({ fsType: () => fsType(d), partition: () => lun(d), readOnly: () => d.yes() }),
  }),
  nfs: (d) => ({
    server: d.of(['files.example.com', '10.0.0.1']),
    path: d.of(['/export', '/']),
    ...d.opt({ readOnly: () => d.yes() }),
  }),
  iscsi: (d) => ({
    targetPortal: d.of(['10.0.2.15:3260', '10.0.2.15']),
    iqn: d.of([
      'iqn.2001-04.com.example:storage.kube.sys1.xyz',
      'eui.0123456789ABCDEF',
      'naa.62004567BA64678D',
    ]),
    lun: lun(d),
    ...d.opt({
      iscsiInterface: () => 'default',
      fsType: () => fsType(d),
      readOnly: () => d.yes(),
      portals: () => ['10.0.2.16:3260'],
      secretRef: () => nameOnly(d),
    }),
    ...(d.chance(0.2) && { chapAuthSession: true, secretRef: nameOnly(d) }),
  }),
  glusterfs: (d) => ({
    endpoints: 'cluster',
    path: d.of(['vol', '/vol']),
    ...d.opt({ readOnly: () => d.yes() }),
  }),
  rbd: (d) => ({
    monitors: monitors(d),
    image: 'foo',
    ...d.opt({
      pool: () => 'rbd',
      user: () => 'admin',
      keyring: () => '/etc/ceph/keyring',
      fsType: () => fsType(d),
      readOnly: () => d.yes(),
      secretRef: () => nameOnly(d),
    }),
  }),
  flexVolume: (d) => ({
    driver: d.of(['kubernetes.io/lvm', 'example.com/fs']),
    ...d.opt({
      fsType: () => fsType(d),
      secretRef: () => nameOnly(d),
      readOnly: () => d.yes(),
      options: () => ({ size: '1000m', volumeID: 'vol1' }),
    }),
  }),
  cinder: (d) => ({
    volumeID: 'b2e1',
    ...d.opt({ fsType: () => fsType(d), readOnly: () => d.yes(), secretRef: () => nameOnly(d) }),
  }),
  cephfs: (d) => ({
    monitors: monitors(d),
    ...d.opt({
      path: () => '/x',
      user: () => 'admin',
      secretFile: () => '/etc/s',
      secretRef: () => nameOnly(d),
      readOnly: () => d.yes(),
    }),
  }),
  flocker: (d) => d.pick<JsonMap>({ datasetName: 'set' }, { datasetUUID: 'abc' }),
  fc: (d) =>
    d.yes()
      ? { targetWWNs: ['500a0982991b8dc5'], lun: lun(d), ...d.opt({ fsType: () => fsType(d) }) }
      : { wwids: ['3600508b400105e210000900000490000'], ...d.opt({ readOnly: () => d.yes() }) },
  azureFile: (d, persistent) => ({
    secretName: 'azure',
    shareName: 'share',
    ...d.opt({ readOnly: () => d.yes(), ...(persistent && { secretNamespace: () => 'other' }) }),
  }),
  vsphereVolume: (d) => ({
    volumePath: '[store] vols/disk',
    ...d.opt({ fsType: () => fsType(d), storagePolicyName: () => 'gold', storagePolicyID: () => 'id' }),
  }),
  quobyte: (d) => ({
    registry: d.of(['registry:7861', '10.0.0.1:7861,10.0.0.2:7861']),
    volume: 'vol',
    ...d.opt({ readOnly: () => d.yes(), user: () => 'root', group: () => 'wheel', tenant: () => 'acme' }),
  }),
  azureDisk: (d) => ({
    diskName: 'disk',
    ...d.pick<JsonMap>(
      { diskURI: 'https://acc.blob.core.windows.net/vhds/disk.vhd' },
      { diskURI: 'https://acc.blob.core.windows.net/vhds/disk.vhd', kind: 'Dedicated' },
      { diskURI: '/subscriptions/123/resourceGroups/g/providers/Microsoft.Compute/disks/d', kind: 'Managed' },
    ),
    ...d.opt({
      cachingMode: () => d.of(['None', 'ReadOnly', 'ReadWrite']),
      fsType: () => fsType(d),
      readOnly: () => d.yes(),
    }),
  }),
  photonPersistentDisk: (d) => ({ pdID: 'pd', ...d.opt({ fsType: () => fsType(d) }) }),
  portworxVolume: (d) => ({ volumeID: 'px', ...d.opt({ fsType: () => fsType(d), readOnly: () => d.yes() }) }),
  scaleIO: (d, persistent) => ({
    gateway: 'https://gw:443',
    system: 'sys',
    volumeName: 'vol',
    secretRef: { name: 'sio', ...(persistent && { namespace: 'default' }) },
    ...d.opt({
      sslEnabled: () => d.yes(),
      protectionDomain: () => 'dom',
      storagePool: () => 'pool',
      storageMode: () => d.of(['ThickProvisioned', 'ThinProvisioned']),
      fsType: () => fsType(d),
    }),
  }),
  storageos: (d, persistent) => ({
    volumeName: 'vol',
    ...d.opt({ volumeNamespace: () => 'ns', fsType: () => fsType(d), readOnly: () => d.yes() }),
    ...(d.chance(0.2) && { secretRef: { name: 's', ...(persistent && { namespace: 'default' }) } }),
  }),
};

const podSources: Readonly<Record<string, (d: Dice) => Json>> = {
  emptyDir: (d) =>
    d.opt({
      medium: () => d.of(['', 'Memory', 'HugePages', 'HugePages-2Mi']),
      sizeLimit: () => d.of(['64Mi', '0', '1.5Gi', 1000]),
    }),
  secret: (d) => ({
    secretName: d.name(),
    ...d.opt({ items: () => items(d), defaultMode: () => mode(d), optional: () => d.yes() }),
  }),
  configMap: (d) => ({ ...configMap(d), ...d.opt({ defaultMode: () => mode(d) }) }),
  downwardAPI: (d) => ({ items: downwardItems(d), ...d.opt({ defaultMode: () => mode(d) }) }),
  persistentVolumeClaim: (d) => ({ claimName: d.name(), ...d.opt({ readOnly: () => d.yes() }) }),
  gitRepo: (d) => ({
    repository: 'https://example.com/x.git',
    ...d.opt({ revision: () => 'main', directory: () => d.of(['.', 'src', 'a/b']) }),
  }),
  csi: (d) => ({
    driver: d.of(['csi.example.com', 'secrets-store.csi.k8s.io', 'x']),
    ...d.opt({
      readOnly: () => d.yes(),
      fsType: () => fsType(d),
      volumeAttributes: () => ({ a: 'b' }),
      nodePublishSecretRef: () => nameOnly(d),
    }),
  }),
  ephemeral: (d) => ({
    volumeClaimTemplate: {
      ...d.opt({ metadata: () => d.opt({ labels: () => d.labels(), annotations: () => ({ a: 'b' }) }, 0.6) }),
      spec: claimSpec(d),
    },
  }),
  projected: (d) => ({
    sources: d.list(0, 3, (index) => {
      const [name, make] = d.of(Object.entries(projections));
      const made = { [name]: make(d) };
      // Paths are the volume's, whichever source they come from.
      return JSON.parse(JSON.stringify(made).replace(/"path":"/g, `"path":"p${index}/`)) as JsonMap;
    }),
    ...d.opt({ defaultMode: () => mode(d) }),
  }),
};

const allSources = { ...sharedSources, ...podSources };
const usual = [
  'emptyDir',
  'secret',
  'configMap',
  'downwardAPI',
  'persistentVolumeClaim',
  'projected',
  'csi',
  'ephemeral',
  'hostPath',
];

/** Volumes of a pod, with names of their own. */
export function volumes(d: Dice): JsonMap[] {
  return d.list(0, 4, (index) => {
    const source = d.chance(0.6) ? d.of(usual) : d.of(Object.keys(allSources));
    const name = `${d.of(['data', 'config', 'v'])}-${index}`;
    return { name, [source]: allSources[source as keyof typeof allSources]?.(d, false) ?? {} };
  });
}
