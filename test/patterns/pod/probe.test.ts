import { type ProbeHandler } from '../../../lib/patterns/pod/probe';
import { container } from './pod';

const liveness = (probe: ProbeHandler<'http'>): unknown =>
  container<'http'>({ ports: { http: 8080 }, livenessProbe: probe }).livenessProbe;

describe('a probe', () => {
  test.each<[ProbeHandler<'http'>, object]>([
    [{ exec: ['cat', '/ok'] }, { exec: { command: ['cat', '/ok'] } }],
    [{ tcpSocket: 'http' }, { tcpSocket: { port: 'http' } }],
    [{ tcpSocket: 9000 }, { tcpSocket: { port: 9000 } }],
    [
      { httpGet: { port: 'http', path: '/ok', scheme: 'HTTPS', host: 'h', headers: { A: 'b' } } },
      {
        httpGet: {
          port: 'http',
          path: '/ok',
          scheme: 'HTTPS',
          host: 'h',
          httpHeaders: [{ name: 'A', value: 'b' }],
        },
      },
    ],
    // The API takes only numbers here.
    [{ grpc: { port: 'http', service: 's' } }, { grpc: { port: 8080, service: 's' } }],
    [{ grpc: { port: 9000 } }, { grpc: { port: 9000 } }],
  ])('of %j is %j', (probe, manifest) => {
    expect(liveness(probe)).toEqual(manifest);
  });

  test('keeps its timing', () => {
    const timing = {
      initialDelaySeconds: 1,
      periodSeconds: 2,
      timeoutSeconds: 3,
      failureThreshold: 4,
      terminationGracePeriodSeconds: 5,
    };
    expect(container({ startupProbe: { exec: ['a'], ...timing } }).startupProbe).toEqual({
      exec: { command: ['a'] },
      ...timing,
    });
  });

  test.each<['httpGet' | 'tcpSocket' | 'grpc', ProbeHandler<'http'>]>([
    ['httpGet', { httpGet: { port: 'http' } }],
    ['tcpSocket', { tcpSocket: 'http' }],
    ['grpc', { grpc: { port: 'http' } }],
  ])('by %s refuses the port of another container', (_handler, probe) => {
    const wrong = (): unknown =>
      container<'http' | 'admin'>({
        ports: { admin: 9000 },
        containers: { web: { image: 'b:1', ports: { http: 8080 } } },
        readinessProbe: probe,
      });
    expect(wrong).toThrow(
      "SinglePod 'chart/main': readinessProbe of container 'main' asks port 'http', which that container does not have; its ports are 'admin'",
    );
  });
});
