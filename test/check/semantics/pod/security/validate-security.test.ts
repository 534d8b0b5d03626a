import { type JsonObject } from '../../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../../lib/model/kubernetes-version';
import { container, toldOfContainer, toldOfPod, toldOfTemplate } from '../told-of';

const ofContainer = (securityContext: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
  toldOfContainer({ securityContext }, version).map((text) =>
    text.replace('spec.containers[0].securityContext', ''),
  );
const ofPod = (over: JsonObject, version: KubernetesVersion = '1.35', metadata: JsonObject = {}): string[] =>
  toldOfPod({ containers: [container()], ...over }, version, metadata);
const ID = 'must be between 0 and 2147483647, inclusive';

describe('the security context of a container', () => {
  it('is taken', () => {
    const rich = {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
      privileged: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      runAsUser: 0,
      procMount: 'Default',
      seccompProfile: { type: 'Localhost', localhostProfile: 'profiles/a.json' },
      appArmorProfile: { type: 'RuntimeDefault' },
      windowsOptions: { runAsUserName: 'NT AUTHORITY\\NETWORK SERVICE' },
    };
    expect(ofContainer(rich)).toEqual([]);
  });

  it.each<[JsonObject, string[]]>([
    [{ runAsUser: -1 }, [`.runAsUser: Invalid value: -1: ${ID}`]],
    [
      { procMount: 'Masked' },
      ['.procMount: Unsupported value: "Masked": supported values: "Default", "Unmasked"'],
    ],
    [
      { procMount: 'Unmasked' },
      ['.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`'],
    ],
    [
      { seccompProfile: {} },
      ['.seccompProfile.type: Required value: type is required when seccompProfile is set'],
    ],
    [
      { seccompProfile: { type: 'Default' } },
      [
        '.seccompProfile.type: Unsupported value: "Default": supported values: "Localhost", "RuntimeDefault", "Unconfined"',
      ],
    ],
    [
      { seccompProfile: { type: 'Localhost' } },
      ['.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost'],
    ],
    [
      { seccompProfile: { type: 'Localhost', localhostProfile: '/a' } },
      ['.seccompProfile.localhostProfile: Invalid value: "/a": must be a relative path'],
    ],
    [
      { seccompProfile: { type: 'Unconfined', localhostProfile: 'a' } },
      [
        '.seccompProfile.localhostProfile: Invalid value: {"type":"Unconfined","localhostProfile":"a"}: can only be set when seccomp type is Localhost',
      ],
    ],
    [
      { appArmorProfile: { type: 'Localhost', localhostProfile: ' a' } },
      ['.appArmorProfile.localhostProfile: Invalid value: " a": must not be padded with whitespace'],
    ],
    [
      { appArmorProfile: {} },
      ['.appArmorProfile.type: Required value: type is required when appArmorProfile is set'],
    ],
    [
      { appArmorProfile: { type: 'Unconfined', localhostProfile: 'a' } },
      [
        '.appArmorProfile.localhostProfile: Invalid value: "a": can only be set when AppArmor type is Localhost',
      ],
    ],
    [
      { windowsOptions: { runAsUserName: 'a\\b\\c' } },
      [
        '.windowsOptions.runAsUserName: Invalid value: "a\\\\b\\\\c": runAsUserName cannot contain more than one backslash',
      ],
    ],
    [
      { windowsOptions: { runAsUserName: '-a.\\..' } },
      [
        '.windowsOptions.runAsUserName: Invalid value: "-a.\\\\..": runAsUserName\'s User cannot contain only periods or spaces',
      ],
    ],
    [
      { windowsOptions: { gmsaCredentialSpecName: 'A', gmsaCredentialSpec: '' } },
      [
        '.windowsOptions.gmsaCredentialSpecName: Invalid value: "A": a lowercase RFC 1123 subdomain',
        '.windowsOptions.gmsaCredentialSpec: Invalid value: "": gmsaCredentialSpec cannot be an empty string',
      ],
    ],
  ])('refuses %j', (context, messages) => {
    expect(ofContainer(context)).toEqual(
      messages.map((message) => expect.stringContaining(message) as string),
    );
  });

  it('does not lower what it raises', () => {
    const privileged = { allowPrivilegeEscalation: false, privileged: true };
    expect(ofContainer(privileged)).toEqual([
      `: Invalid value: ${JSON.stringify(privileged)}: cannot set \`allowPrivilegeEscalation\` to false and \`privileged\` to true`,
    ]);
    const admin = { allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } };
    expect(ofContainer(admin)).toHaveLength(1);
    expect(ofContainer({ ...admin, capabilities: { add: ['SYS_ADMIN'] } })).toEqual([]);
  });

  it('was without procMount before 1.33, and without AppArmor before 1.30', () => {
    expect(ofContainer({ procMount: 'Masked' }, '1.32')).toEqual([]);
    expect(ofContainer({ appArmorProfile: {} }, '1.29')).toEqual([]);
    expect(ofContainer({ appArmorProfile: {} }, '1.30')).toHaveLength(1);
  });
});

describe('the security context of a pod', () => {
  it.each<[JsonObject, string[]]>([
    [
      { securityContext: { fsGroup: -1, runAsGroup: 2 ** 31, supplementalGroups: [1, -1] } },
      [
        `spec.securityContext.fsGroup: Invalid value: -1: ${ID}`,
        `spec.securityContext.runAsGroup: Invalid value: 2147483648: ${ID}`,
        `spec.securityContext.supplementalGroups[1]: Invalid value: -1: ${ID}`,
      ],
    ],
    [
      { hostPID: true, shareProcessNamespace: true },
      [
        'spec.securityContext.shareProcessNamespace: Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled',
      ],
    ],
    [
      {
        securityContext: {
          fsGroupChangePolicy: 'Never',
          supplementalGroupsPolicy: 'x',
          seLinuxChangePolicy: 'MountOption',
        },
      },
      [
        'spec.securityContext.fsGroupChangePolicy: Unsupported value: "Never": supported values: "Always", "OnRootMismatch"',
        'spec.securityContext.supplementalGroupsPolicy: Unsupported value: "x": supported values: "Merge", "Strict"',
        'spec.securityContext.seLinuxChangePolicy: Unsupported value: "MountOption": supported values: "Recursive"',
      ],
    ],
    [
      { securityContext: { sysctls: [{ name: 'A' }, { name: 'a.b', value: '1' }, { name: 'a.b' }, {}] } },
      [
        'spec.securityContext.sysctls[0].name: Invalid value: "A": must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$',
        'spec.securityContext.sysctls[2].name: Duplicate value: "a.b"',
        'spec.securityContext.sysctls[3].name: Required value',
      ],
    ],
    [
      {
        hostNetwork: true,
        hostIPC: true,
        securityContext: { sysctls: [{ name: 'net/ipv4/a' }, { name: 'kernel.sem' }, { name: 'kernel.a' }] },
      },
      [
        'spec.securityContext.sysctls[0].name: Invalid value: "net/ipv4/a": may not be specified when \'hostNetwork\' is true',
        'spec.securityContext.sysctls[1].name: Invalid value: "kernel.sem": may not be specified when \'hostIPC\' is true',
      ],
    ],
    [
      { hostUsers: false, hostNetwork: true, hostPID: true },
      [
        'spec.hostNetwork: Forbidden: when `hostUsers` is false',
        'spec.HostPID: Forbidden: when `hostUsers` is false',
      ],
    ],
  ])('refuses %j', (over, messages) => {
    expect(ofPod(over)).toEqual(messages);
  });

  it('has no user namespaces before 1.33', () => {
    const over = { hostUsers: false, hostPID: true };
    expect(ofPod(over, '1.32')).toEqual([]);
    expect(ofPod(over, '1.33')).toEqual(['spec.HostPID: Forbidden: when `pod.Spec.HostUsers` is false']);
    const containers = [container({ securityContext: { procMount: 'Unmasked' } })];
    expect(ofPod({ hostUsers: false, containers })).toEqual([]);
  });
});

describe('an operating system', () => {
  it('is linux or windows', () => {
    expect(ofPod({ os: { name: 'darwin' } })).toEqual([
      'spec.os: Unsupported value: "darwin": supported values: "linux", "windows"',
    ]);
    expect(ofPod({ os: {} })).toEqual(['spec.os.name: Required value']);
    expect(ofPod({ os: {} }, '1.33')).toEqual(['spec.os.name: Required value: cannot be empty']);
  });

  it('has no options of the other', () => {
    const windowsOptions = { runAsUserName: 'a' };
    expect(ofPod({ os: { name: 'linux' }, securityContext: { windowsOptions } })).toEqual([
      'spec.securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod',
    ]);
    const linux = {
      os: { name: 'windows' },
      hostPID: true,
      shareProcessNamespace: false,
      securityContext: { runAsUser: 1, sysctls: [] },
      containers: [container({ securityContext: { windowsOptions, capabilities: {} } })],
    };
    expect(ofPod(linux)).toEqual([
      'spec.securityContext.runAsUser: Forbidden: cannot be set for a windows pod',
      'spec.shareProcessNamespace: Forbidden: cannot be set for a windows pod',
      'spec.hostPID: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.capabilities: Forbidden: cannot be set for a windows pod',
    ]);
  });

  it('runs processes of the host in all containers or in none, on the network of the host', () => {
    const hostProcess = (on: boolean): JsonObject => ({
      securityContext: { windowsOptions: { hostProcess: on } },
    });
    expect(ofPod({ ...hostProcess(true), hostNetwork: true })).toEqual([]);
    expect(ofPod({ containers: [container(hostProcess(true)), container({ name: 'b' })] })).toEqual([
      'spec: Invalid value: "": If pod contains any hostProcess containers then all containers must be HostProcess containers',
      'spec.hostNetwork: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers',
    ]);
    expect(ofPod({ ...hostProcess(true), containers: [container(hostProcess(false))] })).toEqual([
      'spec.containers[0].securityContext.windowsOptions.hostProcess: Invalid value: false: pod hostProcess value must be identical if both are specified, was true',
    ]);
  });
});

describe('annotations of profiles', () => {
  const seccomp = 'container.seccomp.security.alpha.kubernetes.io/a';
  const appArmor = 'container.apparmor.security.beta.kubernetes.io/a';

  it('are of a known form, and of a container that is there', () => {
    const annotations = {
      [seccomp]: 'default',
      'seccomp.security.alpha.kubernetes.io/pod': 'localhost/../a',
      [appArmor]: 'default',
      'container.apparmor.security.beta.kubernetes.io/b': 'unconfined',
    };
    expect(ofPod({}, '1.35', { annotations }).sort()).toEqual([
      'metadata.annotations.container.seccomp.security.alpha.kubernetes.io/a: Invalid value: "default": must be a valid seccomp profile',
      'metadata.annotations.seccomp.security.alpha.kubernetes.io/pod: Invalid value: "../a": must not contain \'..\'',
      'metadata.annotations[container.apparmor.security.beta.kubernetes.io/a]: Invalid value: "default": invalid AppArmor profile name: "default"',
      'metadata.annotations[container.apparmor.security.beta.kubernetes.io/b]: Invalid value: "b": container not found',
    ]);
  });

  it('agree with the fields', () => {
    const securityContext = {
      seccompProfile: { type: 'RuntimeDefault' },
      appArmorProfile: { type: 'Localhost', localhostProfile: 'b' },
    };
    const annotations = { [seccomp]: 'unconfined', [appArmor]: 'localhost/a' };
    const spec = { containers: [container({ securityContext })] };
    expect(toldOfPod(spec, '1.35', { annotations })).toEqual([
      'spec.containers[0].securityContext.seccompProfile.type: Forbidden: seccomp type in annotation and field must match',
      'spec.containers[0].securityContext.appArmorProfile.localhostProfile: Forbidden: apparmor profile in annotation and field must match',
    ]);
    const matching = { [seccomp]: 'docker/default', [appArmor]: 'localhost/b' };
    expect(toldOfPod(spec, '1.35', { annotations: matching })).toEqual([]);
  });

  it('are written into the fields of a Pod, not of a template', () => {
    const spec = { containers: [container()], securityContext: { appArmorProfile: { type: 'Unconfined' } } };
    const annotations = { [appArmor]: 'runtime/default' };
    expect(toldOfPod(spec, '1.35', { annotations })).toEqual([]);
    expect(toldOfTemplate(spec, '1.35', { annotations })).toEqual([
      'template.spec.containers[0].securityContext.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match',
    ]);
  });
});
