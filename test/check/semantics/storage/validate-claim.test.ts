import { type JsonObject } from '../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';
import { refusals } from '../refusals';

const told = (spec: JsonObject, version?: KubernetesVersion): readonly string[] =>
  refusals(
    'v1 PersistentVolumeClaim',
    { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec } },
    version,
  );

it('takes what the server takes', () => {
  expect(told({})).toEqual([]);
  expect(
    told({
      accessModes: ['ReadWriteOnce', 'ReadOnlyMany'],
      selector: { matchLabels: { type: 'fast' } },
      storageClassName: '',
      volumeMode: 'Block',
      dataSource: { kind: 'Anything', name: 'dropped' },
      volumeAttributesClassName: '',
    }),
  ).toEqual([]);
  expect(told({ dataSourceRef: { apiGroup: 'example.com', kind: 'Image', name: 'a' } })).toEqual([]);
});

it.each<[JsonObject, string]>([
  [{ accessModes: [] }, 'spec.accessModes: Required value: at least 1 access mode is required'],
  [
    { accessModes: ['RWO'] },
    'spec.accessModes: Unsupported value: "RWO": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"',
  ],
  [
    { accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] },
    'spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes',
  ],
  [{ resources: {} }, 'spec.resources[storage]: Required value'],
  [
    { resources: { requests: { storage: '-1Gi' } } },
    'spec.resources[storage]: Invalid value: "-1Gi": must be greater than zero',
  ],
  [
    { volumeMode: 'File' },
    'spec.volumeMode: Unsupported value: "File": supported values: "Block", "Filesystem"',
  ],
  [{ dataSourceRef: { kind: 'PersistentVolumeClaim', name: '' } }, 'spec.dataSourceRef.name: Required value'],
  [
    { dataSourceRef: { kind: 'VolumeSnapshot', name: 'a' } },
    'spec.dataSourceRef: Invalid value: "VolumeSnapshot": must be \'PersistentVolumeClaim\' when referencing the default apiGroup',
  ],
])('refuses %j', (spec, message) => {
  expect(told(spec)).toEqual([message]);
});

it('wants both sources to be the same', () => {
  const [dataSource, dataSourceRef] = ['a', 'b'].map((name) => ({ kind: 'PersistentVolumeClaim', name }));
  expect(told({ dataSource: dataSource ?? null, dataSourceRef: dataSourceRef ?? null })).toEqual([
    expect.stringMatching(/^spec: Invalid value: .*: must match dataSourceRef$/),
  ]);
});

it('looks at the attributes class since there is one', () => {
  expect(told({ volumeAttributesClassName: 'A' }, '1.33')).toEqual([]);
  expect(told({ volumeAttributesClassName: 'A' }, '1.34')).toEqual([
    expect.stringContaining('spec.volumeAttributesClassName: Invalid value: "A"'),
  ]);
});
