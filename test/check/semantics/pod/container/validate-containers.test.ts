import { type JsonObject } from '../../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../../lib/model/kubernetes-version';
import { container, toldOfContainer, toldOfPod, toldOfTemplate } from '../told-of';

describe('containers', () => {
  it('are one at least', () => {
    expect(toldOfPod({ containers: [] })).toEqual(['spec.containers: Required value']);
    expect(toldOfPod({})).toEqual(['spec.containers: Required value']);
  });

  it('have names of their own among all sorts', () => {
    const spec = {
      containers: [container(), container()],
      initContainers: [container(), container({ name: 'b' }), container({ name: 'b' })],
    };
    expect(toldOfPod(spec)).toEqual([
      'spec.containers[1].name: Duplicate value: "a"',
      'spec.initContainers[0].name: Duplicate value: "a"',
      'spec.initContainers[2].name: Duplicate value: "b"',
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ name: 'A' }, 'name: Invalid value: "A": a lowercase RFC 1123 label must consist of'],
    [{ name: '' }, 'name: Required value'],
    [{ image: '' }, 'image: Required value'],
    [{ image: 'a:1 ' }, 'image: Invalid value: "a:1 ": must not have leading or trailing whitespace'],
    [
      { imagePullPolicy: 'always' },
      'imagePullPolicy: Unsupported value: "always": supported values: "Always", "IfNotPresent", "Never"',
    ],
    [
      { terminationMessagePolicy: 'Log' },
      'terminationMessagePolicy: Unsupported value: "Log": supported values: "File", "FallbackToLogsOnError"',
    ],
  ])('refuse %j', (over, message) => {
    expect(toldOfContainer(over)).toEqual([expect.stringContaining(`spec.containers[0].${message}`)]);
  });
});

describe('ports', () => {
  it.each<[JsonObject, string[]]>([
    [
      { containerPort: 80000 },
      ['containerPort: Invalid value: 80000: must be between 1 and 65535, inclusive'],
    ],
    [{}, ['containerPort: Required value']],
    [
      { containerPort: 1, hostPort: -1 },
      ['hostPort: Invalid value: -1: must be between 1 and 65535, inclusive'],
    ],
    [
      { containerPort: 1, protocol: 'tcp' },
      ['protocol: Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"'],
    ],
    [
      { containerPort: 1, name: 'a--b' },
      ['name: Invalid value: "a--b": must not contain consecutive hyphens'],
    ],
  ])('refuse %j', (port, messages) => {
    expect(toldOfContainer({ ports: [port] })).toEqual(
      messages.map((message) => `spec.containers[0].ports[0].${message}`),
    );
  });

  it('have names of their own in a container', () => {
    const ports = [
      { name: 'http', containerPort: 1 },
      { name: 'http', containerPort: 2 },
    ];
    expect(toldOfContainer({ ports })).toEqual(['spec.containers[0].ports[1].name: Duplicate value: "http"']);
    const two = [container({ ports: [ports[0] ?? {}] }), container({ name: 'b', ports: [ports[1] ?? {}] })];
    expect(toldOfPod({ containers: two })).toEqual([]);
  });

  it('take each host port once, by protocol and address', () => {
    const ports = (over: JsonObject = {}): JsonObject => ({
      ports: [{ containerPort: 80, hostPort: 8080, ...over }],
    });
    const second = (over: JsonObject = {}): JsonObject => container({ name: 'b', ...ports(over) });
    const first = container(ports());
    expect(toldOfPod({ containers: [first, second()] })).toEqual([
      'spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//8080"',
    ]);
    expect(toldOfPod({ containers: [first, second({ protocol: 'UDP' })] })).toEqual([]);
    expect(toldOfPod({ containers: [first, second({ hostIP: '127.0.0.1' })] })).toEqual([]);
    expect(toldOfPod({ containers: [first], initContainers: [second()] })).toEqual([]);
  });

  it('names the first init container for whichever takes a host port twice', () => {
    const ports = [
      { containerPort: 1, hostPort: 5 },
      { containerPort: 2, hostPort: 5 },
    ];
    const initContainers = [container({ name: 'b' }), container({ name: 'c', ports })];
    expect(toldOfPod({ containers: [container()], initContainers })).toEqual([
      'spec.initContainers[0].ports[1].hostPort: Duplicate value: "TCP//5"',
    ]);
  });

  it('are host ports in a Pod on the host network, not yet in a template', () => {
    const ports = [{ containerPort: 80 }];
    const spec = { hostNetwork: true, containers: [container({ ports }), container({ name: 'b', ports })] };
    expect(toldOfPod(spec)).toEqual(['spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//80"']);
    expect(toldOfTemplate(spec)).toEqual([]);
  });
});

describe('env', () => {
  const env = (variable: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
    toldOfContainer({ env: [variable] }, version).map((text) =>
      text.replace('spec.containers[0].env[0].', ''),
    );

  it('takes every source', () => {
    for (const valueFrom of [
      { fieldRef: { fieldPath: "metadata.labels['example.com/A']" } },
      { fieldRef: { fieldPath: 'spec.host' } },
      { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } },
      { resourceFieldRef: { resource: 'requests.hugepages-2Mi' } },
      { configMapKeyRef: { name: 'a', key: 'b' } },
      { secretKeyRef: { name: 'a', key: 'b', optional: true } },
    ]) {
      expect(env({ name: 'A', valueFrom })).toEqual([]);
    }
  });

  it('has names that were narrower before 1.32', () => {
    expect(env({ name: '1 a' })).toEqual([]);
    expect(env({ name: '1 a' }, '1.31')).toEqual([expect.stringContaining('name: Invalid value: "1 a"')]);
    expect(env({ name: 'a=b' })).toEqual([expect.stringContaining('name: Invalid value: "a=b"')]);
    expect(env({ name: '' })).toEqual(['name: Required value']);
  });

  it('wants one source, and no value beside it', () => {
    const secretKeyRef = { name: 'a', key: 'b' };
    expect(env({ name: 'A', valueFrom: {} }, '1.34')).toEqual([
      'valueFrom: Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`',
    ]);
    expect(env({ name: 'A', valueFrom: {} })).toEqual([
      'valueFrom: Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
    ]);
    expect(env({ name: 'A', value: 'x', valueFrom: { secretKeyRef } })).toEqual([
      'valueFrom: Invalid value: "": may not be specified when `value` is not empty',
    ]);
    expect(env({ name: 'A', valueFrom: { secretKeyRef, configMapKeyRef: secretKeyRef } })).toEqual([
      'valueFrom: Invalid value: "": may not have more than one field specified at a time',
    ]);
  });

  it.each<[JsonObject, string]>([
    [
      { secretKeyRef: { name: 'A', key: 'b' } },
      'secretKeyRef.name: Invalid value: "A": a lowercase RFC 1123',
    ],
    [{ secretKeyRef: { key: 'b' } }, 'secretKeyRef.name: Invalid value: "": a lowercase RFC 1123'],
    [{ configMapKeyRef: { name: 'a' } }, 'configMapKeyRef.key: Required value'],
    [{ configMapKeyRef: { name: 'a', key: 'b c' } }, 'configMapKeyRef.key: Invalid value: "b c"'],
    [
      { fieldRef: { fieldPath: 'metadata.labels' } },
      'fieldRef.fieldPath: Unsupported value: "metadata.labels": supported values: "metadata.name"',
    ],
    [
      { fieldRef: { fieldPath: 'spec.image' } },
      'fieldRef.fieldPath: Invalid value: "spec.image": error converting fieldPath: field label not supported: spec.image',
    ],
    [
      { fieldRef: { fieldPath: "metadata.name['a']" } },
      "error converting fieldPath: field label does not support subscript: metadata.name['a']",
    ],
    [
      { fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v2' } },
      'error converting fieldPath: unsupported pod version: v2',
    ],
    [{ fieldRef: { fieldPath: "metadata.labels['a b']" } }, 'fieldRef: Invalid value: "a b": name part must'],
    [
      { resourceFieldRef: { resource: 'limits.gpu' } },
      'resourceFieldRef.resource: Unsupported value: "limits.gpu": supported values: "limits.cpu"',
    ],
    [{ resourceFieldRef: { resource: '' } }, 'resourceFieldRef.resource: Required value'],
    [
      { resourceFieldRef: { resource: 'limits.cpu', divisor: '1Mi' } },
      'resourceFieldRef.divisor: Invalid value: "limits.cpu": only divisor\'s values 1m and 1 are supported with the cpu resource',
    ],
  ])('refuses the source %j', (valueFrom, message) => {
    expect(env({ name: 'A', valueFrom })).toEqual([expect.stringContaining(message)]);
  });

  it('takes files since 1.35', () => {
    const valueFrom = { fileKeyRef: { key: 'A', volumeName: 'v', path: '../a' } };
    expect(env({ name: 'A', valueFrom }, '1.34')).toEqual([
      expect.stringContaining('valueFrom: Invalid value: "": must specify one of'),
    ]);
    expect(env({ name: 'A', valueFrom })).toContain(
      'valueFrom.fileKeyRef.path: Invalid value: "../a": must not contain \'..\'',
    );
  });

  it('had no list of host addresses in 1.28', () => {
    const valueFrom = { fieldRef: { fieldPath: 'status.hostIPs' } };
    expect(env({ name: 'A', valueFrom }, '1.28')).toEqual([
      "valueFrom.fieldRef: Forbidden: may not be set when feature gate 'PodHostIPs' is not enabled",
    ]);
    expect(env({ name: 'A', valueFrom }, '1.29')).toEqual([]);
  });
});

describe('envFrom', () => {
  it.each<[JsonObject, string[]]>([
    [{ configMapRef: { name: 'settings-' }, prefix: 'A_' }, []],
    [{}, ['envFrom: Invalid value: "": must specify one of: `configMapRef` or `secretRef`']],
    [
      { configMapRef: { name: 'a' }, secretRef: { name: 'a' } },
      ['envFrom: Invalid value: "": may not have more than one field specified at a time'],
    ],
    [{ secretRef: {} }, ['envFrom[0].secretRef.name: Required value']],
  ])('%j', (source, messages) => {
    expect(toldOfContainer({ envFrom: [source] })).toEqual(
      messages.map((message) => `spec.containers[0].${message}`),
    );
  });
});

describe('restart policies of containers', () => {
  const init = (over: JsonObject, version: KubernetesVersion): string[] =>
    toldOfPod({ containers: [container()], initContainers: [container({ name: 'b', ...over })] }, version);
  const rules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }];

  it('are for init containers only, until 1.33', () => {
    expect(toldOfContainer({ restartPolicy: 'Always' }, '1.33')).toEqual([
      'spec.containers[0].restartPolicy: Forbidden: may not be set for non-init containers',
    ]);
    expect(toldOfContainer({ restartPolicy: 'Always' }, '1.34')).toEqual([]);
    expect(toldOfContainer({ restartPolicy: 'Always' }, '1.35')).toEqual([]);
  });

  it('make sidecars since 1.29', () => {
    expect(init({ restartPolicy: 'Always' }, '1.29')).toEqual([]);
    expect(init({ restartPolicy: 'Never' }, '1.28')).toEqual([]);
    expect(init({ restartPolicy: 'Never' }, '1.29')).toEqual([
      'spec.initContainers[0].restartPolicy: Unsupported value: "Never": supported values: "Always"',
    ]);
    expect(init({ restartPolicy: 'Never' }, '1.34')).toEqual([]);
  });

  it('have rules since 1.35, and those of sidecars since 1.36', () => {
    expect(toldOfContainer({ restartPolicy: 'Never', restartPolicyRules: rules })).toEqual([]);
    expect(toldOfContainer({ restartPolicyRules: rules })).toEqual([
      'spec.containers[0].restartPolicy: Required value: must specify restartPolicy when restart rules are used',
    ]);
    expect(init({ restartPolicy: 'Always', restartPolicyRules: rules }, '1.35')).toEqual([
      'spec.initContainers[0].restartPolicyRules: Forbidden: restartPolicyRules are not allowed for init containers with restart policy Always',
    ]);
    expect(init({ restartPolicy: 'Always', restartPolicyRules: rules }, '1.36')).toEqual([]);
  });

  it('refuse rules of another make', () => {
    const wrong = [{ action: 'Stop', exitCodes: { operator: 'Is', values: [1] } }, { action: 'Restart' }];
    expect(toldOfContainer({ restartPolicy: 'Never', restartPolicyRules: wrong })).toEqual([
      'spec.containers[0].restartPolicyRules[0].action: Unsupported value: "Stop": supported values: "Restart"',
      'spec.containers[0].restartPolicyRules[0].exitCodes.operator: Unsupported value: "Is": supported values: "In", "NotIn"',
      'spec.containers[0].restartPolicyRules[1].exitCodes: Required value: must be specified',
    ]);
    const many = Array.from({ length: 21 }, () => rules[0] ?? {});
    const tooMany = { restartPolicy: 'Never', restartPolicyRules: many };
    expect(toldOfContainer(tooMany)).toEqual([
      'spec.containers[0].restartPolicyRules: Too long: may not be more than 20 bytes',
    ]);
    expect(toldOfContainer(tooMany, '1.36')).toEqual([
      'spec.containers[0].restartPolicyRules: Too many: 21: must have at most 20 items',
    ]);
  });
});

describe('resizePolicy', () => {
  it('is looked at since 1.33, and named without an index', () => {
    const resizePolicy = [
      { resourceName: 'cpu', restartPolicy: 'NotRequired' },
      { resourceName: 'cpu', restartPolicy: 'Restart' },
      { resourceName: 'gpu' },
    ];
    expect(toldOfContainer({ resizePolicy }, '1.32')).toEqual([]);
    expect(toldOfContainer({ resizePolicy }, '1.33')).toEqual([
      'spec.containers[0].resizePolicy[1]: Duplicate value: "cpu"',
      'spec.containers[0].resizePolicy: Unsupported value: "Restart": supported values: "NotRequired", "RestartContainer"',
      'spec.containers[0].resizePolicy: Unsupported value: "gpu": supported values: "cpu", "memory"',
      'spec.containers[0].resizePolicy: Required value',
    ]);
  });

  it('restarts no container of a pod that never does', () => {
    const resizePolicy = [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }];
    expect(toldOfPod({ restartPolicy: 'Never', containers: [container({ resizePolicy })] })).toEqual([
      "spec.containers[0].resizePolicy: Invalid value: \"RestartContainer\": must be 'NotRequired' when pod `restartPolicy` is 'Never'",
    ]);
    const initContainers = [container({ name: 'b', resizePolicy })];
    expect(toldOfPod({ containers: [container()], initContainers })).toEqual([]);
    expect(toldOfPod({ containers: [container()], initContainers }, '1.36')).toEqual([
      'spec.initContainers[0].resizePolicy[0].restartPolicy: Invalid value: "RestartContainer": must not be set to \'RestartContainer\' for non-sidecar initContainers',
    ]);
  });
});
