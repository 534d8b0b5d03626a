import { type IngressOptions } from '../../../lib/patterns/network/create-ingress';
import { WebService } from '../../../lib/patterns/web-service';
import { only, synth, type Synthesized } from '../synth';

const ingress = (options: IngressOptions<'http' | 'admin'>): Synthesized =>
  only(
    synth(
      (chart) =>
        new WebService(chart, 'web', { image: 'a:1', ports: { http: 80, admin: 81 }, ingress: options }),
    ),
    'Ingress',
  );
const to = (port: string): object => ({ service: { name: 'web', port: { name: port } } });

describe('an Ingress', () => {
  test('routes hosts and paths to ports', () => {
    expect(
      ingress({
        className: 'nginx',
        hosts: {
          'a.example.com': { '/': 'http', '/admin': { backend: 'admin', pathType: 'Exact' } },
          '*': 'http',
        },
        defaultBackend: 'admin',
      }).spec,
    ).toEqual({
      ingressClassName: 'nginx',
      defaultBackend: to('admin'),
      rules: [
        {
          host: 'a.example.com',
          http: {
            paths: [
              { path: '/', pathType: 'Prefix', backend: to('http') },
              { path: '/admin', pathType: 'Exact', backend: to('admin') },
            ],
          },
        },
        { http: { paths: [{ path: '/', pathType: 'Prefix', backend: to('http') }] } },
      ],
    });
  });

  test('covers all its hosts by one certificate, or some by each', () => {
    const hosts = { 'a.example.com': 'http', '*.b.example.com': 'http', '*': 'http' } as const;
    expect(ingress({ hosts, tls: 'cert' }).spec.tls).toEqual([
      { secretName: 'cert', hosts: ['a.example.com', '*.b.example.com'] },
    ]);
    const tls = [{ secret: { name: 'a' }, hosts: ['a.example.com'] }, { secret: 'rest' }];
    expect(ingress({ hosts, tls }).spec.tls).toEqual([
      { secretName: 'a', hosts: ['a.example.com'] },
      { secretName: 'rest', hosts: ['a.example.com', '*.b.example.com'] },
    ]);
    // For any host there is none to name.
    expect(ingress({ hosts: { '*': 'http' }, tls: 'cert' }).spec.tls).toEqual([{ secretName: 'cert' }]);
  });

  test('is marked for itself', () => {
    expect(
      ingress({
        name: 'front',
        annotations: { a: 'b' },
        labels: { c: 'd' },
        hosts: {},
        defaultBackend: 'http',
      }),
    ).toMatchObject({
      metadata: { name: 'front', annotations: { a: 'b' }, labels: { c: 'd' } },
      spec: { defaultBackend: to('http') },
    });
  });

  test.each<[IngressOptions<'http'>, string]>([
    [{ hosts: {} }, 'hosts is empty, and there is no defaultBackend'],
    [{ hosts: { 'a.example.com': {} } }, "hosts['a.example.com'] has no path"],
    [{ hosts: { 'http://a': 'http' } }, "key of `hosts` is 'http://a', which is refused"],
    [{ hosts: { '192.0.2.1': 'http' } }, 'must be a DNS name, not an IP address'],
  ])('refuses %j', (options, message) => {
    expect(() => ingress(options)).toThrow(message);
  });

  test('refuses a port that is not in the Service', () => {
    const ports = { http: 80, admin: { containerPort: 81, servicePort: false } } as const;
    expect(() =>
      synth(
        (chart) =>
          new WebService(chart, 'web', { image: 'a:1', ports, ingress: { hosts: { a: { '/x': 'admin' } } } }),
      ),
    ).toThrow(
      "WebService 'chart/web': hosts['a']['/x'] asks for port 'admin', which the Service does not have",
    );
  });
});
