import { Canary } from '../../../lib/patterns/canary';
import { type GatewaySplit, type NginxSplit } from '../../../lib/patterns/track/traffic-split';
import { only, synth, type Synthesized } from '../synth';

const render = (traffic: GatewaySplit<'http'> | NginxSplit<'http'>): Synthesized[] =>
  synth(
    (chart) =>
      new Canary(chart, 'shop', {
        stable: { image: 'a:1' },
        canary: { image: 'a:2' },
        ports: { http: { containerPort: 8080, servicePort: 80 } },
        traffic,
      }),
  );

describe('the routes of a canary', () => {
  test('by ingress-nginx keep the name and the annotations of the Ingress', () => {
    const objects = render({
      by: 'ingress-nginx',
      ingress: { name: 'front', annotations: { a: 'b' }, hosts: { 'a.example.com': 'http' } },
      weight: 0,
    });
    expect(only(objects, 'Ingress', 'front').metadata.annotations).toEqual({ a: 'b' });
    expect(only(objects, 'Ingress', 'front-canary').metadata.annotations).toEqual({
      a: 'b',
      'nginx.ingress.kubernetes.io/canary': 'true',
      'nginx.ingress.kubernetes.io/canary-weight': '0',
    });
  });

  test('by gateway are one HTTPRoute over all paths, unless it is told', () => {
    const { spec } = only(
      render({
        by: 'gateway',
        gateways: [{ name: 'public', namespace: 'infra', sectionName: 'https' }],
        port: 'http',
        weight: 100,
        sticky: { cookie: 'track', maxAgeSeconds: 60 },
      }),
      'HTTPRoute',
    );
    expect(spec).toEqual({
      parentRefs: [{ name: 'public', namespace: 'infra', sectionName: 'https' }],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [
            { name: 'shop', port: 80, weight: 0 },
            { name: 'shop-canary', port: 80, weight: 100 },
          ],
          sessionPersistence: {
            type: 'Cookie',
            sessionName: 'track',
            cookieConfig: { lifetimeType: 'Permanent' },
            absoluteTimeout: '60s',
          },
        },
      ],
    });
  });
});
