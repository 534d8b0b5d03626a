import { type JsonObject } from '../../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../../lib/model/kubernetes-version';
import { container, toldOfPod, toldOfTemplate } from '../told-of';

const told = (over: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
  toldOfPod({ containers: [container()], ...over }, version).map((text) => text.replace('spec.', ''));

it.each<[JsonObject, string[]]>([
  [
    {
      dnsPolicy: 'None',
      dnsConfig: { nameservers: ['10.0.0.1', '::1'], searches: ['.', '_tcp.a.'], options: [{ name: 'x' }] },
    },
    [],
  ],
  [
    { dnsPolicy: 'Cluster' },
    [
      'dnsPolicy: Unsupported value: "Cluster": supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"',
    ],
  ],
  [{ dnsPolicy: 'None' }, ['dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None']],
  [
    { dnsPolicy: 'None', dnsConfig: {} },
    [
      'dnsConfig.nameservers: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None',
    ],
  ],
  [
    { dnsConfig: { nameservers: ['a'], options: [{ value: 'b' }] } },
    [
      'dnsConfig.nameservers[0]: Invalid value: "a": must be a valid IP address',
      'dnsConfig.options[0]: Required value: must not be empty',
    ],
  ],
  [
    { dnsConfig: { nameservers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'] } },
    [
      'dnsConfig.nameservers: Invalid value: ["1.1.1.1","1.1.1.2","1.1.1.3","1.1.1.4"]: must not have more than 3 nameservers',
    ],
  ],
  [
    { dnsConfig: { searches: ['A.'] } },
    [
      'dnsConfig.searches[0]: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'_\'',
    ],
  ],
  [
    { hostAliases: [{ ip: '1.2', hostnames: ['a', 'B'] }] },
    [
      'hostAliases[0].ip: Invalid value: "1.2": must be a valid IP address',
      'hostAliases[0].hostnames[1]: Invalid value: "B": a lowercase',
    ],
  ],
  [
    { hostname: 'a.b', subdomain: 'C' },
    ['hostname: Invalid value: "a.b": must not contain dots', 'subdomain: Invalid value: "C"'],
  ],
  [
    { hostnameOverride: 'A', hostNetwork: true, setHostnameAsFQDN: true },
    [
      'hostnameOverride: Forbidden: may not be specified when setHostnameAsFQDN is true',
      'hostnameOverride: Forbidden: may not be specified when hostNetwork is true',
      'hostnameOverride: Invalid value: "A"',
    ],
  ],
  [
    { restartPolicy: 'always' },
    ['restartPolicy: Unsupported value: "always": supported values: "Always", "OnFailure", "Never"'],
  ],
  [
    { activeDeadlineSeconds: 0 },
    ['activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive'],
  ],
  [{ serviceAccount: 'A' }, ['serviceAccountName: Invalid value: "A": a lowercase RFC 1123 subdomain']],
  [{ readinessGates: [{ conditionType: 'a b' }] }, ['readinessGates[0].conditionType: Invalid value: "a b"']],
  [
    { ephemeralContainers: [container({ name: 'd', ports: [], targetContainerName: 'x' })] },
    [
      'ephemeralContainers[0].targetContainerName: Not found: "x"',
      'ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container',
      'ephemeralContainers: Forbidden: cannot be set on create',
    ],
  ],
])('holds a pod against %j', (over, messages) => {
  expect(told(over)).toEqual(messages.map((message) => expect.stringContaining(message) as string));
});

it('had other words and paths in other versions', () => {
  const hostAliases = [{ ip: 'a', hostnames: ['B'] }];
  expect(told({ hostAliases }, '1.29')).toEqual([
    'hostAliases.ip: Invalid value: "a": must be valid IP address',
    expect.stringContaining('hostAliases.hostnames: Invalid value: "B"'),
  ]);
  expect(told({ dnsConfig: { searches: ['a_b'] } }, '1.32')).toHaveLength(1);
  expect(told({ dnsConfig: { searches: ['a_b'] } }, '1.33')).toEqual([]);
  expect(told({ dnsConfig: { nameservers: ['010.0.0.1'] } })).toEqual([]);
  expect(told({ dnsConfig: { nameservers: ['010.0.0.1'] } }, '1.36')).toEqual([
    'dnsConfig.nameservers[0]: Invalid value: "010.0.0.1": must not have leading 0s',
  ]);
  expect(told({ hostnameOverride: 'A' }, '1.34')).toEqual([]);
});

it('has the ports of the host on its network', () => {
  const ports = [{ containerPort: 80, hostPort: 81 }, { containerPort: 82 }];
  const spec = { hostNetwork: true, containers: [container({ ports })] };
  const told =
    'spec.containers[0].ports[0].hostPort: Invalid value: 81: must match `containerPort` when `hostNetwork` is true';
  expect(toldOfPod(spec)).toEqual([told]);
  expect(toldOfTemplate(spec)).toEqual([`template.${told}`]);
});

it('has annotations that mean something', () => {
  const annotations = {
    'kubernetes.io/config.mirror': 'x',
    'controller.kubernetes.io/pod-deletion-cost': '+1',
  };
  expect(toldOfPod({ containers: [container()] }, '1.35', { annotations })).toEqual([
    'metadata.annotations[kubernetes.io/config.mirror]: Invalid value: "x": must set spec.nodeName if mirror pod annotation is set',
    'metadata.annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: "+1": must be a 32bit integer',
  ]);
});

it('has no restart policy in an ephemeral container, which 1.34 drops', () => {
  const ephemeralContainers = [container({ name: 'd', restartPolicy: 'Always' })];
  const spec = { containers: [container()], ephemeralContainers };
  const message =
    'spec.ephemeralContainers[0].restartPolicy: Forbidden: cannot be set for an Ephemeral Container';
  expect(toldOfPod(spec, '1.33')).toContain(message);
  expect(toldOfPod(spec, '1.34')).not.toContain(message);
  expect(toldOfPod(spec, '1.35')).toContain(message);
});
