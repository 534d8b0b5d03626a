import { Volume } from '../../../lib/patterns/pod/volume';
import { podSpec } from './pod';

const beside = (ports: Record<string, number>): object => ({
  containers: { beside: { image: 'b:1', ports } },
});

describe('the containers of a pod', () => {
  test('share one network: names and numbers of ports are their own', () => {
    expect(() => podSpec<string>({ ports: { http: 80 }, ...beside({ http: 81 }) })).toThrow(
      "ports.http of container 'beside' has the name of a port of container 'main'",
    );
    expect(() => podSpec<string>({ ports: { http: 80 }, ...beside({ web: 80 }) })).toThrow(
      "ports.web of container 'beside' is TCP 80, which port 'http' of container 'main' is already",
    );
    expect(() =>
      podSpec<string>({ ports: { tcp: 53, udp: { containerPort: 53, protocol: 'UDP' } } }),
    ).not.toThrow();
  });

  test('that end before the others may use their ports', () => {
    const spec = podSpec<string>({
      ports: { http: 80 },
      initContainers: { before: { image: 'b:1', ports: { http: 80 } } },
    });
    expect(spec.initContainers[0].ports).toEqual([{ name: 'http', containerPort: 80 }]);
    expect(() =>
      podSpec<string>({
        ports: { http: 80 },
        initContainers: { beside: { image: 'b:1', sidecar: true, ports: { http: 80 } } },
      }),
    ).toThrow("ports.http of container 'beside' has the name");
  });

  test.each([
    [{ http: 0 }, 'ports.http is 0; a port is a whole number from 1 to 65535'],
    [{ http: 65536 }, 'ports.http is 65536'],
    [{ http: { containerPort: 80, servicePort: 1.5 } }, 'ports.http.servicePort is 1.5'],
    [{ http: { containerPort: 80, nodePort: -1 } }, 'ports.http.nodePort is -1'],
    [{ http: { containerPort: 80, hostPort: 70000 } }, 'ports.http.hostPort is 70000'],
    [
      { 'a-name-of-17-char': 80 },
      "name of a port is 'a-name-of-17-char', which is refused: must be no more than 15",
    ],
  ])('refuse the ports %j', (ports, message) => {
    expect(() => podSpec<string>({ ports })).toThrow(`SinglePod 'chart/main': ${message}`);
  });

  test('share a volume, which the pod lists once', () => {
    const scratch = Volume.emptyDir('scratch');
    const spec = podSpec({
      mounts: { '/a': scratch },
      containers: { beside: { image: 'b:1', mounts: { '/b': scratch, '/c': Volume.emptyDir('scratch') } } },
    });
    expect(spec.volumes).toEqual([{ name: 'scratch', emptyDir: {} }]);
    expect(() => podSpec({ mounts: { '/a': scratch, '/b': Volume.hostPath('scratch', '/x') } })).toThrow(
      "mounts['/b'] is a second, different volume 'scratch'",
    );
  });
});
