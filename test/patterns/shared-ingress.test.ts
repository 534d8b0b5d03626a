import { ExternalService } from '../../lib/patterns/external-service';
import { SharedIngress } from '../../lib/patterns/shared-ingress';
import { WebService } from '../../lib/patterns/web-service';
import { only, synth } from './synth';

describe('SharedIngress', () => {
  test('routes hosts and paths to the Services of several patterns', () => {
    const objects = synth((chart) => {
      const v1 = new WebService(chart, 'v1', { image: 'a:1', ports: { http: 8080 } }).port('http');
      const blog = new ExternalService(chart, 'blog', {
        addresses: ['192.0.2.1'],
        ports: { web: 80 },
      }).port('web');
      new SharedIngress(chart, 'all', {
        className: 'nginx',
        annotations: { 'example.com/a': 'b' },
        hosts: { 'a.example.com': { '/v1': v1, '/blog': { backend: blog, pathType: 'Exact' } }, '*': v1 },
        tls: [{ secret: { name: 'cert' }, hosts: ['a.example.com'] }],
        defaultBackend: blog,
        patch: { ingress: { spec: { ingressClassName: 'traefik' } } },
      });
    });
    const backend = (name: string, port: string): object => ({ service: { name, port: { name: port } } });
    const path = (at: string, to: object, pathType = 'Prefix'): object => ({
      path: at,
      pathType,
      backend: to,
    });
    expect(only(objects, 'Ingress')).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'all',
        labels: { 'app.kubernetes.io/name': 'all' },
        annotations: { 'example.com/a': 'b' },
      },
      spec: {
        ingressClassName: 'traefik',
        defaultBackend: backend('blog', 'web'),
        rules: [
          {
            host: 'a.example.com',
            http: {
              paths: [path('/v1', backend('v1', 'http')), path('/blog', backend('blog', 'web'), 'Exact')],
            },
          },
          { http: { paths: [path('/', backend('v1', 'http'))] } },
        ],
        tls: [{ secretName: 'cert', hosts: ['a.example.com'] }],
      },
    });
  });

  test('refuses a Service of another namespace', () => {
    expect(() =>
      synth((chart) => {
        const web = new WebService(chart, 'web', { image: 'a:1', ports: { http: 80 }, namespace: 'other' });
        new SharedIngress(chart, 'all', { hosts: { 'a.example.com': web.port('http') } });
      }),
    ).toThrow(
      "SharedIngress 'chart/all': hosts['a.example.com']['/'] leads to Service 'web' of namespace 'other', which the Ingress is not in",
    );
  });
});
