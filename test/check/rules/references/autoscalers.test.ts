import { webAutoscaler } from '../../../../lib/check/rules/references/autoscaling/web-autoscaler';
import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { checkManifests } from '../../manifests';

const CPU = 'requests: { cpu: 100m }';
const found = (text: string, target?: '1.33') =>
  checkManifests(text, target && { target })
    .filter(({ code }) => code.startsWith('K35'))
    .map(({ code, severity, title }) => `${code} ${severity} ${title}`);

describe('the target of an autoscaler', () => {
  test('is looked for by group, kind and name, in any version', () => {
    const web = webWorkload({ resources: CPU });
    expect(found(webAutoscaler({ apiVersion: 'apps/v1beta2' }) + web)).toEqual([]);
    const [missing] = checkManifests(webAutoscaler({ kind: 'StatefulSet' }) + web).filter(
      ({ code }) => code === 'K350',
    );
    expect(missing?.help[0]).toBe('for the Deployment of this name: kind: Deployment, apiVersion: apps/v1');
  });

  test('is of a group that has the kind', () => {
    const web = webWorkload({ resources: CPU });
    expect(found(webAutoscaler({ apiVersion: 'v1' }) + web, '1.33')).toEqual([
      'K350 error HorizontalPodAutoscaler `shop/web` scales the Deployment `web` of the core group, which has no such kind',
    ]);
    // From 1.34 on the API server refuses it.
    expect(found(webAutoscaler({ apiVersion: 'v1' }) + web)).toEqual([]);
  });

  test('of a kind that is not built in is left alone', () => {
    expect(found(webAutoscaler({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' }))).toEqual([]);
  });
});

describe('a kind that cannot be scaled', () => {
  test('is one of those built in without a scale of their own', () => {
    const kinds = (kind: string, apiVersion: string) =>
      found(webAutoscaler({ kind, apiVersion })).map((each) => each.slice(0, 4));
    expect(kinds('DaemonSet', 'apps/v1')).toContain('K351');
    expect(kinds('CronJob', 'batch/v1')).toContain('K351');
    expect(kinds('Pod', 'v1')).toContain('K351');
    for (const kind of ['Deployment', 'StatefulSet', 'ReplicaSet'])
      expect(kinds(kind, 'apps/v1')).not.toContain('K351');
    expect(kinds('ReplicationController', 'v1')).not.toContain('K351');
    expect(kinds('Rollout', 'argoproj.io/v1alpha1')).toEqual([]);
  });

  test('is told of with what to do, and where it is', () => {
    const set = webWorkload({ kind: 'DaemonSet', resources: CPU });
    const [finding] = checkManifests(webAutoscaler({ kind: 'DaemonSet' }) + set).filter(
      ({ code }) => code === 'K351',
    );
    expect(finding).toMatchObject({ severity: 'error', path: '/spec/scaleTargetRef/kind' });
    expect(finding?.spans).toHaveLength(2);
    expect(finding?.help[0]).toMatch(/^a DaemonSet has a pod on each of its nodes/);
  });
});

describe('a metric of one container', () => {
  const metric = (container: string, target = 'type: Utilization, averageUtilization: 70'): string =>
    `{ type: ContainerResource, containerResource: { name: cpu, container: ${container}, target: { ${target} } } }`;
  const of = (pods: string, ...args: Parameters<typeof metric>): readonly string[] =>
    found(webAutoscaler({ metric: metric(...args) }) + pods);
  const web = webWorkload({ resources: CPU });

  test('is of one that the pods have, whatever it is held against', () => {
    expect(of(web, 'web')).toEqual([]);
    for (const target of [undefined, 'type: AverageValue, averageValue: 500m']) {
      expect(of(web, 'wep', target)).toEqual([
        'K353 error HorizontalPodAutoscaler `shop/web` scales by the container `wep`, which the pods do not have',
      ]);
    }
  });

  test('may be of a sidecar', () => {
    const sidecar = web.replace(
      '      containers:',
      '      initContainers: [{ name: proxy, image: example.com/p:1.0.0, restartPolicy: Always, resources: { requests: { cpu: 1m } } }]\n      containers:',
    );
    expect(of(sidecar, 'proxy')).toEqual([]);
  });

  test('is not looked at where the target is not there, nor the pods known', () => {
    expect(of('', 'wep').filter((each) => each.startsWith('K353'))).toEqual([]);
    expect(
      found(webAutoscaler({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metric: metric('wep') })),
    ).toEqual([]);
  });
});

describe('a metric of an object', () => {
  const metric = (described: string): string =>
    `{ type: Object, object: { describedObject: { ${described} }, metric: { name: requests }, target: { type: Value, value: 100 } } }`;
  const of = (described: string, rest = '') =>
    checkManifests(webAutoscaler({ metric: metric(described) }) + webWorkload() + rest).filter(
      ({ code }) => code === 'K356',
    );

  test('is looked for in the Namespace of the autoscaler, in any version', () => {
    const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: main, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
---
`;
    const [finding] = of('apiVersion: networking.k8s.io/v1, kind: Ingress, name: mian', ingress);
    expect(finding).toMatchObject({
      severity: 'warning',
      path: '/spec/metrics/0/object/describedObject/name',
      help: expect.arrayContaining(['did you mean `main`?']) as unknown,
    });
    expect(of('apiVersion: networking.k8s.io/v1beta1, kind: Ingress, name: main', ingress)).toEqual([]);
    expect(
      of(
        'apiVersion: networking.k8s.io/v1, kind: Ingress, name: main',
        ingress.replace('namespace: shop', 'namespace: team'),
      ),
    ).toHaveLength(1);
  });

  test('is not looked for where it comes and goes, lives in no Namespace, or is of a kind of others', () => {
    expect(of('apiVersion: v1, kind: Pod, name: web-0')).toEqual([]);
    expect(of('apiVersion: v1, kind: Namespace, name: elsewhere')).toEqual([]);
    expect(of('apiVersion: example.com/v1, kind: Queue, name: jobs')).toEqual([]);
  });
});

describe('utilization', () => {
  test('needs a request of every container and sidecar, but of no other init container', () => {
    const pods = (init: string): string =>
      webWorkload({ resources: CPU }).replace(
        '      containers:',
        `      initContainers: [{ name: first, image: example.com/first:1.0.0${init} }]\n      containers:`,
      );
    expect(found(webAutoscaler() + pods(''))).toEqual([]);
    expect(found(webAutoscaler() + pods(', restartPolicy: Always'))).toEqual([
      'K352 error HorizontalPodAutoscaler `shop/web` scales by the utilization of cpu, for which the container `first` makes no request',
    ]);
  });

  test('is met by the defaults of a LimitRange', () => {
    const range = `apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: shop }
spec: { limits: [{ type: Container, defaultRequest: { cpu: 50m } }] }
---
`;
    expect(found(range + webAutoscaler() + webWorkload())).toEqual([]);
  });

  test('is met by the request of the pod since 1.34', () => {
    const pods = webWorkload().replace(
      '      containers:',
      '      resources: { requests: { cpu: 200m } }\n      containers:',
    );
    expect(found(webAutoscaler() + pods)).toEqual([]);
    expect(found(webAutoscaler() + pods, '1.33')).toHaveLength(1);
  });

  test('is of cpu where no metric is written', () => {
    const silent = webAutoscaler().replace(/ {2}metrics:\n.*\n/, '');
    expect(found(silent + webWorkload())).toHaveLength(1);
    expect(found(silent + webWorkload({ resources: CPU }))).toEqual([]);
  });
});

describe('two autoscalers', () => {
  test('compete where the selector of one target selects the pods of the other', () => {
    const wide = webWorkload({ resources: CPU });
    const narrow = webWorkload({ name: 'canary', labels: 'app: web, track: canary', resources: CPU });
    const second = webAutoscaler({ name: 'canary', target: 'canary' });
    expect(found(webAutoscaler() + second + wide + narrow)).toEqual([
      'K354 error HorizontalPodAutoscaler `shop/web` finds the pods of Deployment `shop/canary`, which HorizontalPodAutoscaler `shop/canary` scales',
    ]);
    expect(found(webAutoscaler() + wide + narrow)).toEqual([]);
  });
});

describe('a number of replicas beside an autoscaler', () => {
  test('is told of at the workload', () => {
    const [finding] = checkManifests(webAutoscaler() + webWorkload({ replicas: 0, resources: CPU })).filter(
      ({ code }) => code === 'K355',
    );
    expect(finding?.path).toBe('/spec/replicas');
    expect(finding?.notes[0]).toContain('ScalingDisabled');
  });
});
