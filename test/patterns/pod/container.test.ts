import { Volume } from '../../../lib/patterns/pod/volume';
import { container, podSpec } from './pod';

describe('a container', () => {
  test('has nothing but what was written', () => {
    expect(container({})).toEqual({ name: 'main', image: 'a:1' });
  });

  test('has every option in the fields of the manifest', () => {
    expect(
      container<'http' | 'dns'>({
        containerName: 'app',
        imagePullPolicy: 'Never',
        command: ['run'],
        args: ['-v'],
        workingDir: '/app',
        ports: {
          http: 8080,
          dns: { containerPort: 53, protocol: 'UDP', hostPort: 5353, servicePort: false },
        },
        env: { B: '2', A: '1' },
        resources: { requests: { cpu: 0.5 }, limits: { cpu: '1', 'nvidia.com/gpu': 1 } },
        mounts: {
          '/a': Volume.emptyDir('a'),
          '/b': {
            volume: Volume.hostPath('b', '/b'),
            subPathExpr: '$(A)',
            readOnly: true,
            mountPropagation: 'HostToContainer',
          },
        },
        devices: { '/dev/x': Volume.existingClaim('x', 'x') },
        securityContext: { privileged: true },
        terminationMessagePath: '/t',
        terminationMessagePolicy: 'FallbackToLogsOnError',
        stdin: true,
        stdinOnce: true,
        tty: true,
        lifecycle: { preStop: { sleep: 5 } },
        readinessProbe: { tcpSocket: 'http', successThreshold: 2 },
      }),
    ).toEqual({
      name: 'app',
      image: 'a:1',
      imagePullPolicy: 'Never',
      command: ['run'],
      args: ['-v'],
      workingDir: '/app',
      ports: [
        { name: 'http', containerPort: 8080 },
        { name: 'dns', containerPort: 53, protocol: 'UDP', hostPort: 5353 },
      ],
      env: [
        { name: 'B', value: '2' },
        { name: 'A', value: '1' },
      ],
      resources: { requests: { cpu: 0.5 }, limits: { cpu: '1', 'nvidia.com/gpu': 1 } },
      volumeMounts: [
        { name: 'a', mountPath: '/a' },
        {
          name: 'b',
          mountPath: '/b',
          subPathExpr: '$(A)',
          readOnly: true,
          mountPropagation: 'HostToContainer',
        },
      ],
      volumeDevices: [{ name: 'x', devicePath: '/dev/x' }],
      securityContext: { privileged: true },
      terminationMessagePath: '/t',
      terminationMessagePolicy: 'FallbackToLogsOnError',
      stdin: true,
      stdinOnce: true,
      tty: true,
      lifecycle: { preStop: { sleep: { seconds: 5 } } },
      readinessProbe: { tcpSocket: { port: 'http' }, successThreshold: 2 },
    });
  });

  test('refuses names that are none', () => {
    expect(() => podSpec({ containerName: 'App' })).toThrow("name of a container is 'App', which is refused");
    expect(() => podSpec({ env: { 'A=B': '1' } })).toThrow("name in `env` is 'A=B', which is refused");
    expect(() => podSpec({ mounts: { '/a': Volume.emptyDir('a.b') } })).toThrow(
      "mounts['/a']: the volume's name is 'a.b', which is refused",
    );
  });
});
