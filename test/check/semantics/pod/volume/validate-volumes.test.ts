import { type JsonObject, type JsonValue } from '../../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../../lib/model/kubernetes-version';
import { container, toldOfPod, toldOfTemplate } from '../told-of';

const told = (volume: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
  toldOfPod({ containers: [container()], volumes: [{ name: 'v', ...volume }] }, version).map((text) =>
    text.replace('spec.volumes[0]', ''),
  );
const MODE = 'must be a number between 0 and 0777 (octal), both inclusive';
const claimSpec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

it.each<[string, JsonValue]>([
  ['emptyDir', { sizeLimit: '1Gi', medium: 'Memory' }],
  ['hostPath', { path: '/var', type: 'DirectoryOrCreate' }],
  ['gitRepo', { repository: 'r', directory: 'a' }],
  ['gcePersistentDisk', { pdName: 'a' }],
  ['awsElasticBlockStore', { volumeID: 'a', partition: 1 }],
  ['secret', { secretName: 'a', defaultMode: 0o400, items: [{ key: 'a', path: 'b/c', mode: 0 }] }],
  ['nfs', { server: 'a', path: '/b' }],
  ['iscsi', { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:storage', lun: 0 }],
  ['glusterfs', { endpoints: 'a', path: 'b' }],
  ['flocker', { datasetName: 'a' }],
  ['persistentVolumeClaim', { claimName: 'a' }],
  ['rbd', { monitors: ['a'], image: 'b' }],
  ['cinder', { volumeID: 'a', secretRef: { name: 'a' } }],
  ['cephfs', { monitors: ['a'] }],
  ['quobyte', { registry: 'a:1,[::1]:2', volume: 'v' }],
  ['downwardAPI', { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] }],
  ['fc', { targetWWNs: ['a'], lun: 2 }],
  ['flexVolume', { driver: 'a/b', options: { 'example.com/a': 'b' } }],
  ['configMap', { name: 'a', items: [{ key: 'a', path: '..data2/b/..c' }].slice(1) }],
  ['azureFile', { secretName: 'a', shareName: 'b' }],
  ['vsphereVolume', { volumePath: 'a' }],
  ['photonPersistentDisk', { pdID: 'a' }],
  ['portworxVolume', { volumeID: 'a' }],
  ['azureDisk', { diskName: 'a', diskURI: '/subscriptions/a', kind: 'Managed' }],
  ['storageos', { volumeName: 'a', volumeNamespace: 'b' }],
  ['scaleIO', { gateway: 'a', system: 'b', volumeName: 'c', secretRef: { name: 'a' } }],
  ['csi', { driver: 'Example.com', nodePublishSecretRef: { name: 'a' } }],
  ['ephemeral', { volumeClaimTemplate: { metadata: { labels: { a: 'b' } }, spec: claimSpec } }],
  ['image', { reference: 'example.com/a:1', pullPolicy: 'Always' }],
])('takes a volume of %s', (source, value) => {
  expect(told({ [source]: value })).toEqual([]);
});

it('takes a volume without a source for an emptyDir', () => {
  expect(told({})).toEqual([]);
  expect(told({ secret: null })).toEqual([]);
});

it.each<[JsonObject, string[]]>([
  [{ name: 'V' }, ['.name: Invalid value: "V": a lowercase RFC 1123 label must consist of lower case']],
  [{ name: '' }, ['.name: Required value']],
  [{ emptyDir: { sizeLimit: '-1' } }, ['.emptyDir.sizeLimit: Forbidden: SizeLimit field must be a valid']],
  [
    { emptyDir: {}, secret: { secretName: 'a' }, cephfs: {}, downwardAPI: {} },
    [
      '.secret: Forbidden: may not specify more than 1 volume type',
      '.cephFS: Forbidden: may not specify more than 1 volume type',
      '.downwarAPI: Forbidden: may not specify more than 1 volume type',
    ],
  ],
  [{ hostPath: {} }, ['.hostPath.path: Required value']],
  [
    { hostPath: { path: '/a/../b', type: 'Dir' } },
    [
      '.hostPath.path: Invalid value: "/a/../b": must not contain \'..\'',
      '.hostPath.type: Unsupported value: "Dir": supported values: "", "BlockDevice", "CharDevice", "Directory"',
    ],
  ],
  [
    { gitRepo: { directory: '/a' } },
    [
      '.gitRepo.repository: Required value',
      '.gitRepo.directory: Invalid value: "/a": must be a relative path',
    ],
  ],
  [
    { gcePersistentDisk: { partition: 300 } },
    [
      '.persistentDisk.pdName: Required value',
      '.persistentDisk.partition: Invalid value: 300: must be between 1 and 255, inclusive',
    ],
  ],
  [
    { secret: { defaultMode: 777, items: [{ path: '../a' }, { key: 'a', path: '..a', mode: 0o1000 }] } },
    [
      '.secret.secretName: Required value',
      `.secret.defaultMode: Invalid value: 777: ${MODE}`,
      '.secret.items[0].key: Required value',
      '.secret.items[0].path: Invalid value: "../a": must not contain \'..\'',
      '.secret.items[1].path: Invalid value: "..a": must not start with \'..\'',
      `.secret.items[1].mode: Invalid value: 512: ${MODE}`,
    ],
  ],
  [{ configMap: {} }, ['.configMap.name: Required value']],
  [
    { nfs: {} },
    [
      '.nfs.server: Required value',
      '.nfs.path: Required value',
      '.nfs.path: Invalid value: "": must be an absolute path',
    ],
  ],
  [
    { iscsi: { targetPortal: 'a', iqn: 'x', lun: 256, chapAuthSession: true, initiatorName: 'iqn.x' } },
    [
      '.iscsi.iqn: Invalid value: "x": must be valid format starting with iqn, eui, or naa',
      '.iscsi.lun: Invalid value: 256: must be between 0 and 255, inclusive',
      '.iscsi.secretRef: Required value',
      '.iscsi.initiatorname: Invalid value: "iqn.x": must be valid format',
    ],
  ],
  [{ flocker: {} }, ['.flocker: Required value: one of datasetName and datasetUUID is required']],
  [{ rbd: {} }, ['.rbd.monitors: Required value', '.rbd.image: Required value']],
  [
    { quobyte: { registry: 'a' } },
    [
      '.quobyte.registry: Invalid value: "a": must be a host:port pair or multiple pairs separated by commas',
      '.quobyte.volume: Required value',
    ],
  ],
  [
    { downwardAPI: { items: [{ path: 'a' }, { path: 'b', resourceFieldRef: { resource: 'limits.cpu' } }] } },
    [
      '.downwardAPI: Required value: one of fieldRef and resourceFieldRef is required',
      '.downwardAPI.resourceFieldRef.containerName: Required value',
    ],
  ],
  [{ fc: { targetWWNs: ['a'] } }, ['.fc.lun: Required value: lun is required if targetWWNs is specified']],
  [
    { flexVolume: { driver: 'a', options: { 'A.K8s.io/x': '' } } },
    ['.flexVolume.options[A.K8s.io/x]: Invalid value: "A.K8s.io/x": kubernetes.io and k8s.io namespaces are'],
  ],
  [
    { azureDisk: { diskName: 'a', diskURI: '/subscriptions/a' } },
    ['.azureDisk.diskURI: Unsupported value: "/subscriptions/a": supported values: "https://'],
  ],
  [
    { csi: { driver: 'a_b', nodePublishSecretRef: { name: 'A' } } },
    [
      '.csi.driver: Invalid value: "a_b": a lowercase RFC 1123 subdomain must consist of',
      '.csi.name: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of',
    ],
  ],
  [{ ephemeral: {} }, ['.ephemeral.volumeClaimTemplate: Required value']],
  [
    { ephemeral: { volumeClaimTemplate: { metadata: { name: 'a', uid: 'b' }, spec: claimSpec } } },
    [
      '.ephemeral.volumeClaimTemplate.metadata.name: Forbidden: cannot be set',
      '.ephemeral.volumeClaimTemplate.metadata.uID: Forbidden: cannot be set',
    ],
  ],
  [
    { ephemeral: { volumeClaimTemplate: { spec: {} } } },
    [
      '.ephemeral.volumeClaimTemplate.spec.accessModes: Required value: at least 1 access mode is required',
      '.ephemeral.volumeClaimTemplate.spec.resources[storage]: Required value',
    ],
  ],
  [
    {
      ephemeral: {
        volumeClaimTemplate: { spec: { ...claimSpec, dataSource: { name: 'a', kind: 'Other' } } },
      },
    },
    [
      '.ephemeral.volumeClaimTemplate.spec.dataSource: Invalid value: "Other": must be \'PersistentVolumeClaim\' when',
    ],
  ],
  [
    { image: { pullPolicy: 'Sometimes' } },
    ['.image.reference: Required value', '.image.pullPolicy: Unsupported value: "Sometimes"'],
  ],
])('refuses %j', (volume, messages) => {
  expect(told(volume)).toEqual(messages.map((message) => expect.stringContaining(message) as string));
});

describe('a projected volume', () => {
  const projected = (sources: JsonValue[], version: KubernetesVersion = '1.35'): string[] =>
    told({ projected: { sources } }, version);

  it('takes every source', () => {
    const items = [{ key: 'a', path: 'a' }];
    const sources = [
      { secret: { name: 'a', items } },
      { configMap: { name: 'b' } },
      { downwardAPI: { items: [{ path: 'b', fieldRef: { fieldPath: 'metadata.name' } }] } },
      { serviceAccountToken: { path: 'token' } },
      { serviceAccountToken: { path: 'token', expirationSeconds: 600 } },
      { clusterTrustBundle: { path: 'a' } },
    ];
    expect(projected(sources)).toEqual([]);
  });

  it('has each path once, and one source in each', () => {
    const items = [{ key: 'a', path: 'a' }];
    const secret = { name: 's', items };
    expect(projected([{ secret }, { configMap: { name: 'c', items } }])).toEqual([
      '.projected: Invalid value: "c": conflicting duplicate paths',
    ]);
    expect(projected([{ secret, configMap: { name: 'c' } }])).toEqual([
      '.projected.sources[0]: Forbidden: may not specify more than 1 volume type per source',
    ]);
    expect(projected([{ secret, configMap: { name: 'c' } }], '1.30')).toEqual([
      '.projected.sources[0]: Forbidden: may not specify more than 1 volume type',
    ]);
  });

  it('has tokens of ten minutes or more, and names their path without the source', () => {
    expect(projected([{ serviceAccountToken: { expirationSeconds: 60 } }])).toEqual([
      '.projected.sources[0].serviceAccountToken.expirationSeconds: Invalid value: 60: may not specify a duration less than 10 minutes',
      '.projected.path: Required value',
    ]);
    const outside = [{ serviceAccountToken: { path: '../a' } }];
    expect(projected(outside)).toEqual(['.projected.path: Invalid value: "../a": must not contain \'..\'']);
    expect(projected(outside, '1.29')).toEqual([]);
  });
});

describe('names', () => {
  const claim = { volumeClaimTemplate: { spec: claimSpec } };

  it('are had once', () => {
    const volumes = [{ name: 'a' }, { name: 'a' }];
    expect(toldOfPod({ containers: [container()], volumes })).toEqual([
      'spec.volumes[1].name: Duplicate value: "a"',
    ]);
  });

  it('make claims with the name of the Pod, which no other volume may use', () => {
    const volumes = [
      { name: 'v', ephemeral: claim },
      { name: 'w', persistentVolumeClaim: { claimName: 'pod-v' } },
    ];
    const spec = { containers: [container()], volumes };
    expect(toldOfPod(spec)).toEqual([
      'spec.volumes[1].persistentVolumeClaim.claimName: Invalid value: "pod-v": must not reference a PVC that gets created for an ephemeral volume',
    ]);
    expect(toldOfTemplate(spec)).toEqual([]);
  });

  it('are too long where the claim has no room', () => {
    const name = 'p'.repeat(252);
    const spec = { containers: [container()], volumes: [{ name: 'v', ephemeral: claim }] };
    expect(toldOfPod(spec, '1.35', { name })).toEqual([
      `spec.volumes[0].name: Invalid value: "v": PVC name "${name}-v": must be no more than 253 characters`,
    ]);
  });
});

describe('image volumes', () => {
  const image = { name: 'i', image: {} };
  const volumes = [image, { name: 'V' }];
  const volumeMounts = [
    { name: 'i', mountPath: '/i' },
    { name: 'w', mountPath: '/w' },
  ];

  it('may be completed later in a template', () => {
    expect(toldOfTemplate({ containers: [container()], volumes: [image] })).toEqual([]);
  });

  it('are dropped before 1.35, along with their mounts', () => {
    const spec = { containers: [container({ volumeMounts })], volumes };
    expect(toldOfPod(spec, '1.34')).toEqual([
      expect.stringContaining('spec.volumes[0].name: Invalid value: "V"'),
      'spec.containers[0].volumeMounts[0].name: Not found: "w"',
    ]);
  });
});
