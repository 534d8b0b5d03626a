import { validatePodSpec } from '../../../../../lib/check/semantics/pod/validate-pod-spec';
import { formatFieldError } from '../../../../../lib/check/semantics/field-error';
import { ObjectView } from '../../../../../lib/check/semantics/object-view';
import { validateObject } from '../../../../../lib/check/semantics/validate-object';
import { Validation } from '../../../../../lib/check/semantics/validation';
import { type JsonObject } from '../../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../../lib/model/kubernetes-version';
import { container, toldOfPod } from '../told-of';

const volumes = [
  { name: 'files', emptyDir: {} },
  { name: 'disk', persistentVolumeClaim: { claimName: 'disk' } },
];
const told = (over: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
  toldOfPod({ containers: [container(over)], volumes }, version).map((text) =>
    text.replace('spec.containers[0].', ''),
  );
const mount = (over: JsonObject = {}): JsonObject => ({ name: 'files', mountPath: '/a', ...over });

it('takes mounts and devices', () => {
  expect(
    told({
      volumeMounts: [
        mount({ subPath: 'a/b' }),
        mount({ mountPath: 'relative', subPathExpr: '$(NAME)' }),
        mount({ mountPath: '/c', readOnly: true, recursiveReadOnly: 'Enabled', mountPropagation: 'None' }),
      ],
      volumeDevices: [{ name: 'disk', devicePath: '/dev/sda' }],
    }),
  ).toEqual([]);
});

it.each<[JsonObject[], string[]]>([
  [[mount({ name: 'file' })], ['volumeMounts[0].name: Not found: "file"']],
  [[{ name: 'files' }], ['volumeMounts[0].mountPath: Required value']],
  [[mount(), mount()], ['volumeMounts[1].mountPath: Invalid value: "/a": must be unique']],
  [[mount({ subPath: '/b' })], ['volumeMounts.subPath: Invalid value: "/b": must be a relative path']],
  [
    [mount({ subPath: 'a', subPathExpr: '../b' })],
    [
      'volumeMounts[0].subPathExpr: Invalid value: "../b": subPathExpr and subPath are mutually exclusive',
      'volumeMounts.subPathExpr: Invalid value: "../b": must not contain \'..\'',
    ],
  ],
  [
    [mount({ mountPropagation: 'Both' })],
    [
      'volumeMounts.mountPropagation: Unsupported value: "Both": supported values: "Bidirectional", "HostToContainer", "None"',
    ],
  ],
  [
    [mount({ mountPropagation: 'Bidirectional' })],
    [
      'volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers',
    ],
  ],
  [
    [mount({ recursiveReadOnly: 'IfPossible', mountPropagation: 'HostToContainer' })],
    [
      'volumeMounts.recursiveReadOnly: Forbidden: may only be specified when readOnly is true',
      'volumeMounts.recursiveReadOnly: Forbidden: may only be specified when mountPropagation is None or not specified',
    ],
  ],
])('refuses the mounts %j', (volumeMounts, messages) => {
  expect(told({ volumeMounts })).toEqual(messages);
});

it('takes every recursiveReadOnly before 1.31, which drops it', () => {
  expect(told({ volumeMounts: [mount({ recursiveReadOnly: 'Enabled' })] }, '1.30')).toEqual([]);
});

it('gives a privileged container mounts that reach the node', () => {
  const securityContext = { privileged: true };
  expect(told({ securityContext, volumeMounts: [mount({ mountPropagation: 'Bidirectional' })] })).toEqual([]);
});

it.each<[JsonObject[], string[]]>([
  [[{ name: 'dsk', devicePath: '/d' }], ['volumeDevices[0].name: Not found: "dsk"']],
  [
    [{ name: 'files', devicePath: '/d' }],
    [
      'volumeDevices[0].name: Invalid value: "files": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
    ],
  ],
  [
    [{ name: 'disk', devicePath: '/d' }, { name: 'disk' }],
    [
      'volumeDevices[1].name: Invalid value: "disk": must be unique',
      'volumeDevices[1].devicePath: Required value',
    ],
  ],
  [
    [{ name: 'disk', devicePath: '../d' }],
    ['volumeDevices[0].devicePath: Invalid value: "../d": can not contain backsteps (\'..\')'],
  ],
])('refuses the devices %j', (volumeDevices, messages) => {
  expect(told({ volumeDevices })).toEqual(messages);
});

it('holds mounts and devices against each other', () => {
  const volumeDevices = [{ name: 'disk', devicePath: '/a' }];
  const volumeMounts = [mount({ name: 'disk' })];
  expect(told({ volumeDevices, volumeMounts })).toEqual([
    'volumeMounts[0].name: Invalid value: "disk": must not already exist in volumeDevices',
    'volumeMounts[0].mountPath: Invalid value: "/a": must not already exist as a path in volumeDevices',
    'volumeDevices[0].name: Invalid value: "disk": must not already exist in volumeMounts',
    'volumeDevices[0].devicePath: Invalid value: "/a": must not already exist as a path in volumeMounts',
  ]);
});

it('says what a mount may have meant', () => {
  const helpOf = (name: string, names: string[]): readonly string[] => {
    const spec = {
      containers: [container({ volumeMounts: [mount({ name })] })],
      volumes: names.map((each) => ({ name: each })),
    };
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec };
    return validateObject(pod, '1.35').find(({ type }) => type === 'not-found')?.help ?? [];
  };
  expect(helpOf('confg', ['config', 'x'])).toEqual(['did you mean `config`?']);
  expect(helpOf('a', ['x'])).toEqual(["add a volume `a` to the pod's `volumes`"]);
  expect(helpOf('A', ['A'])).toEqual(['the volume `A` is refused itself: mend it first']);
});

describe('variables of files', () => {
  const env = [{ name: 'A', valueFrom: { fileKeyRef: { key: 'A', volumeName: 'disk', path: 'a' } } }];

  it('come from an emptyDir', () => {
    expect(told({ env })).toEqual([
      'env[0].valueFrom.fileKeyRef.volumeName: Invalid value: "disk": referenced volume must be of type emptyDir',
    ]);
    expect(toldOfPod({ containers: [container({ env })], volumes: [{ name: 'disk' }] })).toEqual([]);
    expect(toldOfPod({ containers: [container({ env })] })).toEqual([
      'spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName: Not found: "disk"',
    ]);
  });
});

describe('the claim templates of a StatefulSet', () => {
  it('are volumes of its pods, before those of the template', () => {
    const set = {
      volumeClaimTemplates: [{ metadata: { name: 'data' } }, { metadata: { name: 'Logs' } }],
      template: {
        spec: {
          containers: [
            container({ volumeMounts: [mount({ name: 'data' }), mount({ name: 'x', mountPath: '/x' })] }),
          ],
          volumes: [
            { name: 'data', secret: {} },
            { name: 'x', secret: {} },
          ],
        },
      },
    };
    const spec = new ObjectView(new Validation('1.35'), set, ['spec'], 'stateful-set');
    validatePodSpec(spec.struct('template').struct('spec'), { statefulSet: spec });
    expect(spec.validation.errors.map((error) => [formatFieldError(error), error.pointer])).toEqual([
      [
        expect.stringContaining('spec.template.spec.volumes[1].name: Invalid value: "Logs"'),
        '/spec/volumeClaimTemplates/1/metadata/name',
      ],
      [
        'spec.template.spec.volumes[2].secret.secretName: Required value',
        '/spec/template/spec/volumes/1/secret/secretName',
      ],
      [
        'spec.template.spec.containers[0].volumeMounts[1].name: Not found: "x"',
        '/spec/template/spec/containers/0/volumeMounts/1/name',
      ],
    ]);
  });
});
