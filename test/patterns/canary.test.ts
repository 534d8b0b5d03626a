import fc from 'fast-check';
import { selectorsOverlap } from '../../lib/model/selector/selectors-overlap';
import { fromLabelSelector } from '../../lib/model/selector/from-label-selector';
import { Canary, type CanaryProps } from '../../lib/patterns/canary';
import { names, only, synth, type Synthesized } from './synth';

const NAME = { 'app.kubernetes.io/name': 'shop' };
const NGINX = 'nginx.ingress.kubernetes.io';
const BASE: CanaryProps<'http'> = {
  stable: { image: 'shop:1' },
  canary: { image: 'shop:2' },
  replicas: 10,
  ports: { http: { containerPort: 8080, servicePort: 80 } },
  traffic: { by: 'replicas', share: '20%' },
};
const BY_NGINX = {
  by: 'ingress-nginx',
  ingress: { className: 'nginx', hosts: { 'shop.example.com': 'http' }, tls: 'shop-tls' },
  weight: 10,
} as const;
const BY_GATEWAY = { by: 'gateway', gateways: [{ name: 'public' }], port: 'http', weight: 10 } as const;
const render = (props: Partial<CanaryProps<'http'>> = {}): Synthesized[] =>
  synth((chart) => new Canary(chart, 'shop', { ...BASE, ...props }), { namespace: 'web' });

describe('Canary', () => {
  test('by replicas puts both tracks behind one Service', () => {
    const objects = render();
    expect(names(objects)).toEqual(['Deployment shop', 'Deployment shop-canary', 'Service shop']);
    expect(only(objects, 'Deployment', 'shop').spec).toMatchObject({
      replicas: 8,
      selector: { matchLabels: { ...NAME, track: 'stable' } },
    });
    expect(only(objects, 'Deployment', 'shop-canary').spec).toMatchObject({
      replicas: 2,
      selector: { matchLabels: { ...NAME, track: 'canary' } },
      template: { spec: { containers: [{ name: 'shop', image: 'shop:2' }] } },
    });
    expect(only(objects, 'Service').spec).toEqual({
      selector: NAME,
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    });
  });

  test('law: the tracks come to the replicas, reach the share, and leave a stable pod below 100%', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 100 }), (replicas, percent) => {
        let objects: Synthesized[];
        try {
          objects = render({ replicas, traffic: { by: 'replicas', share: `${percent}%` } });
        } catch {
          return percent < 100 && Math.ceil((replicas * percent) / 100) === replicas;
        }
        const stable = only(objects, 'Deployment', 'shop').spec.replicas as number;
        const canary = only(objects, 'Deployment', 'shop-canary').spec.replicas as number;
        return (
          stable + canary === replicas &&
          canary >= (replicas * percent) / 100 &&
          canary < (replicas * percent) / 100 + 1 &&
          (percent === 100 || replicas === 0 || stable > 0)
        );
      }),
      { numRuns: 200 },
    );
  });

  test('the tracks do not overlap', () => {
    const [stable, canary] = render()
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ spec }) => fromLabelSelector(spec.selector as object));
    expect(stable && canary && selectorsOverlap(stable, canary)).toBe(false);
  });

  test('keeps a client with one pod by its address', () => {
    const sticky = (value: true | { timeoutSeconds: number }): unknown =>
      only(render({ traffic: { by: 'replicas', share: '20%', sticky: value } }), 'Service').spec;
    expect(sticky(true)).toMatchObject({ sessionAffinity: 'ClientIP' });
    expect(sticky({ timeoutSeconds: 60 })).toMatchObject({
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
    });
  });

  test('by ingress-nginx makes a Service and an Ingress a track', () => {
    const objects = render({
      canary: { image: 'shop:2', replicas: 1 },
      traffic: { ...BY_NGINX, sticky: { cookie: 'track', maxAgeSeconds: 60 }, cookie: 'try-canary' },
    });
    expect(names(objects)).toEqual([
      'Deployment shop',
      'Deployment shop-canary',
      'Service shop',
      'Service shop-canary',
      'Ingress shop',
      'Ingress shop-canary',
    ]);
    expect(only(objects, 'Deployment', 'shop').spec.replicas).toBe(10);
    expect(only(objects, 'Deployment', 'shop-canary').spec.replicas).toBe(1);
    expect(only(objects, 'Service', 'shop').spec.selector).toEqual({ ...NAME, track: 'stable' });
    expect(only(objects, 'Service', 'shop-canary').spec.selector).toEqual({ ...NAME, track: 'canary' });
    const sticky = {
      [`${NGINX}/affinity`]: 'cookie',
      [`${NGINX}/affinity-canary-behavior`]: 'sticky',
      [`${NGINX}/session-cookie-name`]: 'track',
      [`${NGINX}/session-cookie-max-age`]: '60',
    };
    const stable = only(objects, 'Ingress', 'shop');
    const canary = only(objects, 'Ingress', 'shop-canary');
    expect(stable.metadata.annotations).toEqual(sticky);
    expect(canary.metadata.annotations).toEqual({
      ...sticky,
      [`${NGINX}/canary`]: 'true',
      [`${NGINX}/canary-weight`]: '10',
      [`${NGINX}/canary-by-cookie`]: 'try-canary',
    });
    // ingress-nginx pairs the two by host and path.
    expect(canary.spec.rules[0].host).toBe(stable.spec.rules[0].host);
    expect(canary.spec.rules[0].http.paths[0].backend.service.name).toBe('shop-canary');
  });

  test.each([
    ['X-Canary', { 'canary-by-header': 'X-Canary' }],
    [
      { name: 'X-User', value: 'tester' },
      { 'canary-by-header': 'X-User', 'canary-by-header-value': 'tester' },
    ],
  ])('by ingress-nginx sends requests with the header %j to the canary', (header, annotations) => {
    const { metadata } = only(render({ traffic: { ...BY_NGINX, header } }), 'Ingress', 'shop-canary');
    for (const [key, value] of Object.entries(annotations)) {
      expect(metadata.annotations?.[`${NGINX}/${key}`]).toBe(value);
    }
  });

  test('by gateway makes an HTTPRoute whose weights come to 100', () => {
    const objects = render({
      traffic: { ...BY_GATEWAY, hostnames: ['shop.example.com'], path: '/shop', sticky: { cookie: 'track' } },
    });
    expect(only(objects, 'HTTPRoute')).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'shop', namespace: 'web', labels: NAME },
      spec: {
        parentRefs: [{ name: 'public' }],
        hostnames: ['shop.example.com'],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/shop' } }],
            backendRefs: [
              { name: 'shop', port: 80, weight: 90 },
              { name: 'shop-canary', port: 80, weight: 10 },
            ],
            sessionPersistence: { type: 'Cookie', sessionName: 'track' },
          },
        ],
      },
    });
  });

  test.each([
    [{ replicas: 1 }, 'traffic.share is 20% of 1 replicas, which leaves 0 stable; take more replicas'],
    [{ replicas: 1.5 }, 'replicas is 1.5'],
    [{ traffic: { by: 'replicas', share: '120%' } }, 'traffic.share is 120%'],
    [{ traffic: { by: 'replicas', share: '0.5%' } }, 'traffic.share is refused'],
    [{ traffic: { ...BY_NGINX, weight: 101 } }, 'traffic.weight is 101'],
    [{ traffic: { ...BY_GATEWAY, weight: 0.5 } }, 'traffic.weight is 0.5'],
    [{ canary: { image: 'shop:2', replicas: 1 } }, 'canary.replicas is given, but the split by replicas'],
  ] as const)('refuses %j', (props, message) => {
    expect(() => render(props)).toThrow(`Canary 'chart/shop': ${message}`);
  });

  test('guards both tracks, or the stable one where the traffic is divided before it', () => {
    const guarded = { disruptionBudget: { maxUnavailable: 1 } } as const;
    const selector = (props: Partial<CanaryProps<'http'>>): unknown =>
      only(render({ ...guarded, ...props }), 'PodDisruptionBudget').spec.selector.matchLabels;
    expect(selector({})).toEqual(NAME);
    expect(selector({ traffic: BY_NGINX })).toEqual({ ...NAME, track: 'stable' });
  });

  test('takes a patch of each object', () => {
    const routed = render({
      traffic: BY_NGINX,
      disruptionBudget: { maxUnavailable: 1 },
      networkPolicy: { allowFrom: ['anyone'] },
      patch: {
        stable: { spec: { paused: true } },
        canary: { spec: { paused: false } },
        service: { spec: { sessionAffinity: 'None' } },
        canaryService: { spec: { sessionAffinity: 'ClientIP' } },
        ingress: { spec: { tls: null } },
        canaryIngress: { metadata: { annotations: { [`${NGINX}/canary-weight`]: '11' } } },
        disruptionBudget: { spec: { maxUnavailable: 2 } },
        networkPolicy: { spec: { ingress: [] } },
      },
    });
    expect(only(routed, 'Deployment', 'shop').spec.paused).toBe(true);
    expect(only(routed, 'Deployment', 'shop-canary').spec.paused).toBe(false);
    expect(only(routed, 'Service', 'shop').spec.sessionAffinity).toBe('None');
    expect(only(routed, 'Service', 'shop-canary').spec.sessionAffinity).toBe('ClientIP');
    expect(only(routed, 'Ingress', 'shop').spec).not.toHaveProperty('tls');
    expect(only(routed, 'Ingress', 'shop-canary').metadata.annotations?.[`${NGINX}/canary-weight`]).toBe(
      '11',
    );
    expect(only(routed, 'PodDisruptionBudget').spec.maxUnavailable).toBe(2);
    expect(only(routed, 'NetworkPolicy').spec.ingress).toEqual([]);
    const route = render({
      traffic: BY_GATEWAY,
      patch: { route: { spec: { hostnames: ['a.example.com'] } } },
    });
    expect(only(route, 'HTTPRoute').spec).toMatchObject({
      hostnames: ['a.example.com'],
      parentRefs: [{ name: 'public' }],
    });
  });
});
