import { type JsonObject } from '../../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../../lib/model/kubernetes-version';
import { container, toldOfContainer, toldOfPod, toldOfTemplate } from '../told-of';

const probed = (kind: string, probe: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
  toldOfContainer({ [kind]: probe }, version).map((text) => text.replace(`spec.containers[0].${kind}`, ''));
const exec = { command: ['true'] };

it('takes probes of every kind', () => {
  expect(probed('livenessProbe', { exec, periodSeconds: 0, terminationGracePeriodSeconds: 5 })).toEqual([]);
  expect(probed('readinessProbe', { httpGet: { port: 'http' }, successThreshold: 3 })).toEqual([]);
  expect(probed('startupProbe', { tcpSocket: { port: 80 } })).toEqual([]);
  expect(probed('startupProbe', { grpc: { port: 80, service: 'a' } })).toEqual([]);
});

it.each<[string, JsonObject, string]>([
  ['livenessProbe', { periodSeconds: 5 }, ': Required value: must specify a handler type'],
  ['livenessProbe', { exec: {} }, '.exec.command: Required value'],
  [
    'livenessProbe',
    { exec, tcpSocket: { port: 1 } },
    '.tcpSocket: Forbidden: may not specify more than 1 handler type',
  ],
  ['livenessProbe', { exec, successThreshold: 2 }, '.successThreshold: Invalid value: 2: must be 1'],
  ['startupProbe', { exec, successThreshold: 2 }, '.successThreshold: Invalid value: 2: must be 1'],
  [
    'readinessProbe',
    { exec, terminationGracePeriodSeconds: 5 },
    '.terminationGracePeriodSeconds: Invalid value: 5: must not be set for readinessProbes',
  ],
  [
    'livenessProbe',
    { exec, terminationGracePeriodSeconds: 0 },
    '.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0',
  ],
  [
    'readinessProbe',
    { exec, periodSeconds: -1 },
    '.periodSeconds: Invalid value: -1: must be greater than or equal to 0',
  ],
  [
    'readinessProbe',
    { httpGet: { port: 0 } },
    '.httpGet.port: Invalid value: 0: must be between 1 and 65535, inclusive',
  ],
  [
    'readinessProbe',
    { httpGet: { port: '8080' } },
    '.httpGet.port: Invalid value: "8080": must contain at least one letter (a-z)',
  ],
  [
    'readinessProbe',
    { httpGet: { port: 1, scheme: 'http' } },
    '.httpGet.scheme: Unsupported value: "http": supported values: "HTTP", "HTTPS"',
  ],
  [
    'readinessProbe',
    { httpGet: { port: 1, httpHeaders: [{ name: 'a b', value: 'c' }] } },
    '.httpGet.httpHeaders: Invalid value: "a b": a valid HTTP header must consist of',
  ],
  [
    'readinessProbe',
    { grpc: { port: 70000 } },
    '.grpc.port: Invalid value: 70000: must be between 1 and 65535, inclusive',
  ],
])('refuses in a %s %j', (kind, probe, message) => {
  expect(probed(kind, probe)).toEqual([expect.stringContaining(message)]);
});

describe('a sleep before the end', () => {
  const slept = (seconds: number, version: KubernetesVersion, grace?: number): string[] =>
    toldOfPod(
      {
        containers: [container({ lifecycle: { preStop: { sleep: { seconds } } } })],
        ...(grace !== undefined && { terminationGracePeriodSeconds: grace }),
      },
      version,
    ).map((text) => text.replace('spec.containers[0].lifecycle.preStop', ''));

  it('fits into the grace period', () => {
    expect(slept(30, '1.35')).toEqual([]);
    expect(slept(31, '1.35')).toEqual([
      '.sleep: Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)',
    ]);
    expect(slept(31, '1.35', 60)).toEqual([]);
    expect(slept(31, '1.31')).toEqual([
      '.sleep: Invalid value: 31: must be greater than 0 and less than terminationGracePeriodSeconds (30)',
    ]);
  });

  it('may be nothing since 1.33', () => {
    expect(slept(0, '1.33')).toEqual([]);
    expect(slept(0, '1.32')).toEqual([
      '.sleep: Invalid value: 0: must be greater than 0 and less than terminationGracePeriodSeconds (30). Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.',
    ]);
  });

  it('was dropped in 1.29, which left a hook without a handler', () => {
    expect(slept(1, '1.29')).toEqual([': Required value: must specify a handler type']);
  });

  it('is measured by a grace period of a second where a Pod has a negative one', () => {
    expect(slept(1, '1.35', -5)).toEqual([]);
    const lifecycle = { preStop: { sleep: { seconds: 1 } } };
    const spec = { terminationGracePeriodSeconds: -5, containers: [container({ lifecycle })] };
    expect(toldOfTemplate(spec)).toHaveLength(1);
  });
});

describe('init containers', () => {
  const init = (over: JsonObject, version: KubernetesVersion = '1.35'): string[] =>
    toldOfPod({ containers: [container()], initContainers: [container({ name: 'b', ...over })] }, version);

  it('have probes and hooks as sidecars only', () => {
    const parts = { readinessProbe: { exec }, lifecycle: { preStop: { exec } } };
    expect(init({ ...parts, restartPolicy: 'Always' })).toEqual([]);
    expect(init(parts)).toEqual([
      'spec.initContainers[0].lifecycle: Forbidden: may not be set for init containers without restartPolicy=Always',
      'spec.initContainers[0].readinessProbe: Forbidden: may not be set for init containers without restartPolicy=Always',
    ]);
    expect(init({ readinessProbe: {}, restartPolicy: 'Always' })).toEqual([
      'spec.initContainers[0].readinessProbe: Required value: must specify a handler type',
    ]);
  });

  it('are asked for nothing of a lifecycle that the server drops', () => {
    expect(init({ lifecycle: { stopSignal: 'SIGTERM' } })).toEqual([]);
    expect(init({ lifecycle: {} })).toHaveLength(1);
  });
});
