import fc from 'fast-check';
import { fromLabelSelector } from '../../lib/model/selector/from-label-selector';
import { matchesSelector } from '../../lib/model/selector/matches-selector';
import { selectorsOverlap } from '../../lib/model/selector/selectors-overlap';
import { BlueGreen, type BlueGreenProps } from '../../lib/patterns/blue-green';
import { names, only, synth, type Synthesized } from './synth';

const NAME = { 'app.kubernetes.io/name': 'shop' };
const BASE: BlueGreenProps<'http'> = {
  live: 'blue',
  blue: { image: 'shop:1' },
  green: { image: 'shop:2' },
  ports: { http: { containerPort: 8080, servicePort: 80, nodePort: 30080 } },
  service: { type: 'NodePort' },
};
const render = (props: Partial<BlueGreenProps<'http'>> = {}): Synthesized[] =>
  synth((chart) => new BlueGreen(chart, 'shop', { ...BASE, ...props } as BlueGreenProps<'http'>), {
    namespace: 'web',
  });
/** `Kind name` of the objects that two renders do not have alike. */
const changed = (before: readonly Synthesized[], after: readonly Synthesized[]): string[] => {
  const texts = new Set(before.map((object) => JSON.stringify(object)));
  return names(after.filter((object) => !texts.has(JSON.stringify(object))));
};

describe('BlueGreen', () => {
  test('makes a Deployment a track, and a Service that selects the live one', () => {
    const objects = render({ replicas: 3 });
    expect(names(objects)).toEqual(['Deployment shop-blue', 'Deployment shop-green', 'Service shop']);
    const green = only(objects, 'Deployment', 'shop-green');
    expect(green.spec).toMatchObject({
      replicas: 3,
      selector: { matchLabels: { ...NAME, track: 'green' } },
      template: {
        metadata: { labels: { ...NAME, track: 'green' } },
        spec: { containers: [{ name: 'shop', image: 'shop:2' }] },
      },
    });
    expect(only(objects, 'Service').spec).toEqual({
      type: 'NodePort',
      selector: { ...NAME, track: 'blue' },
      ports: [{ name: 'http', port: 80, targetPort: 'http', nodePort: 30080 }],
    });
  });

  test('shows the idle track by a preview Service without node ports', () => {
    const objects = synth((chart) => {
      const release = new BlueGreen(chart, 'shop', { ...BASE, preview: true });
      expect(release.port('http').service).toBe('shop');
      expect(release.previewPort('http').service).toBe('shop-preview');
    });
    expect(only(objects, 'Service', 'shop-preview').spec).toEqual({
      selector: { ...NAME, track: 'green' },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    });
    expect(
      only(render({ preview: { name: 'next', type: 'LoadBalancer' } }), 'Service', 'next').spec.type,
    ).toBe('LoadBalancer');
    expect(() => synth((chart) => new BlueGreen(chart, 'shop', BASE).previewPort('http'))).toThrow(
      "BlueGreen 'chart/shop': previewPort asks for port 'http'",
    );
  });

  test('switches by the selectors of the Services alone', () => {
    const options: Partial<BlueGreenProps<'http'>> = { preview: true, replicas: 2, serviceAccount: {} };
    expect(changed(render({ ...options, live: 'blue' }), render({ ...options, live: 'green' }))).toEqual([
      'Service shop',
      'Service shop-preview',
    ]);
    const scaled: Partial<BlueGreenProps<'http'>> = { autoscale: { max: 4 } };
    expect(changed(render({ ...scaled, live: 'blue' }), render({ ...scaled, live: 'green' }))).toEqual([
      'Service shop',
    ]);
  });

  test('switches the numbers of pods too where the idle track has none', () => {
    const off = { idle: 'scaled-to-zero', replicas: 2 } as const;
    expect(changed(render({ ...off, live: 'blue' }), render({ ...off, live: 'green' }))).toEqual([
      'Deployment shop-blue',
      'Deployment shop-green',
      'Service shop',
    ]);
    const objects = render({ idle: 'scaled-to-zero', autoscale: { min: 2, max: 4 } });
    expect(only(objects, 'Deployment', 'shop-green').spec.replicas).toBe(0);
    expect(only(objects, 'Deployment', 'shop-blue').spec).not.toHaveProperty('replicas');
    expect(only(objects, 'HorizontalPodAutoscaler').spec.scaleTargetRef.name).toBe('shop-blue');
    expect(only(render({ idle: 1, replicas: 5 }), 'Deployment', 'shop-green').spec.replicas).toBe(1);
  });

  test('law: the tracks never overlap, and the live Service selects only live pods', () => {
    const label = fc.constantFrom('a', 'track', 'app.kubernetes.io/name', 'app.kubernetes.io/version');
    const labels = fc.dictionary(label, fc.constantFrom('blue', 'green', 'x'));
    const arbitrary = fc.record({
      live: fc.constantFrom('blue' as const, 'green' as const),
      labels,
      podLabels: labels,
      blueLabels: labels,
      greenLabels: labels,
      idle: fc.constantFrom('warm' as const, 'scaled-to-zero' as const, 2),
    });
    fc.assert(
      fc.property(arbitrary, ({ live, labels: all, podLabels, blueLabels, greenLabels, idle }) => {
        let objects: Synthesized[];
        try {
          objects = render({
            live,
            idle,
            labels: all,
            podLabels,
            preview: true,
            blue: { image: 'shop:1', podLabels: blueLabels },
            green: { image: 'shop:2', podLabels: greenLabels },
          });
        } catch {
          // A label that contradicts the selector of its track is refused.
          const written = [all, podLabels, blueLabels, greenLabels].some(({ track }) => track !== undefined);
          return written;
        }
        const deployments = ['shop-blue', 'shop-green'].map((name) => only(objects, 'Deployment', name));
        const [blue, green] = deployments.map(({ spec }) => ({
          selector: fromLabelSelector(spec.selector as object),
          labels: spec.template.metadata.labels as Record<string, string>,
        }));
        if (blue === undefined || green === undefined) return false;
        const service = fromLabelSelector({
          matchLabels: only(objects, 'Service', 'shop').spec.selector as Record<string, string>,
        });
        const [serving, idling] = live === 'blue' ? [blue, green] : [green, blue];
        return (
          !selectorsOverlap(blue.selector, green.selector) &&
          matchesSelector(blue.selector, blue.labels) &&
          matchesSelector(green.selector, green.labels) &&
          matchesSelector(service, serving.labels) &&
          !matchesSelector(service, idling.labels)
        );
      }),
      { numRuns: 60 },
    );
  });

  test('gives a track what it says itself, over what both share', () => {
    const objects = render({
      env: { A: 'shared', B: 'shared' },
      resources: { limits: { memory: '1Gi' } },
      green: {
        image: 'shop:2',
        env: { B: 'green' },
        resources: { limits: { memory: '2Gi' } },
        changeCause: 'v2',
      },
    });
    const green = only(objects, 'Deployment', 'shop-green');
    expect(green.metadata.annotations).toEqual({ 'kubernetes.io/change-cause': 'v2' });
    expect(green.spec.template.spec.containers[0]).toMatchObject({
      env: [
        { name: 'A', value: 'shared' },
        { name: 'B', value: 'green' },
      ],
      resources: { limits: { memory: '2Gi' } },
    });
    expect(only(objects, 'Deployment', 'shop-blue').metadata).not.toHaveProperty('annotations');
  });

  test('routes to the live Service, guards the live track, and shields both', () => {
    const objects = render({
      ingress: { hosts: { 'shop.example.com': 'http' } },
      disruptionBudget: { maxUnavailable: 1 },
      networkPolicy: { allowFrom: ['anyone'] },
    });
    expect(only(objects, 'Ingress').spec.rules[0].http.paths[0].backend.service.name).toBe('shop');
    expect(only(objects, 'PodDisruptionBudget').spec.selector.matchLabels).toEqual({
      ...NAME,
      track: 'blue',
    });
    expect(only(objects, 'NetworkPolicy').spec.podSelector.matchLabels).toEqual(NAME);
  });

  test('makes one ServiceAccount for both tracks', () => {
    const objects = render({ serviceAccount: { rules: { core: { pods: ['get'] } } } });
    expect(names(objects)).toContain('ServiceAccount shop');
    for (const name of ['shop-blue', 'shop-green']) {
      expect(only(objects, 'Deployment', name).spec.template.spec.serviceAccountName).toBe('shop');
    }
  });

  test('takes a patch of each object', () => {
    const objects = render({
      preview: true,
      autoscale: { max: 3 },
      ingress: { hosts: { '*': 'http' } },
      disruptionBudget: { maxUnavailable: 1 },
      networkPolicy: { allowFrom: [] },
      patch: {
        blue: { spec: { paused: true } },
        green: { spec: { paused: false } },
        service: { spec: { externalTrafficPolicy: 'Local' } },
        previewService: { spec: { publishNotReadyAddresses: true } },
        ingress: { spec: { ingressClassName: 'nginx' } },
        blueAutoscaler: { spec: { maxReplicas: 4 } },
        greenAutoscaler: { spec: { maxReplicas: 5 } },
        disruptionBudget: { spec: { maxUnavailable: 2 } },
        networkPolicy: { spec: { ingress: null } },
      },
    });
    expect(
      objects.filter(({ kind }) => kind === 'Deployment').map(({ spec }) => spec.paused as boolean),
    ).toEqual([true, false]);
    expect(only(objects, 'Service', 'shop').spec.externalTrafficPolicy).toBe('Local');
    expect(only(objects, 'Service', 'shop-preview').spec.publishNotReadyAddresses).toBe(true);
    expect(only(objects, 'Ingress').spec.ingressClassName).toBe('nginx');
    expect(only(objects, 'HorizontalPodAutoscaler', 'shop-blue').spec.maxReplicas).toBe(4);
    expect(only(objects, 'HorizontalPodAutoscaler', 'shop-green').spec.maxReplicas).toBe(5);
    expect(only(objects, 'PodDisruptionBudget').spec.maxUnavailable).toBe(2);
    expect(only(objects, 'NetworkPolicy').spec).not.toHaveProperty('ingress');
  });
});
