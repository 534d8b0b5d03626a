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
