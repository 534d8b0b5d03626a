import { webBudget } from '../../../../lib/check/rules/references/budget/web-budget';
import { webAutoscaler } from '../../../../lib/check/rules/references/autoscaling/web-autoscaler';
import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { checkManifests } from '../../manifests';

const found = (text: string) =>
  checkManifests(text)
    .filter(({ code }) => /^K3(57|58|59|60)/.test(code))
    .map(({ code, severity, title }) => `${code} ${severity} ${title}`);
const codes = (allows: string, ...workloads: readonly string[]) =>
  found(webBudget({ allows }) + workloads.join('')).map((each) => each.slice(0, 4));

describe('a budget that allows no eviction', () => {
  const three = webWorkload({ replicas: 3 });

  test('is one whose percentage is rounded up to all', () => {
    // 67 % of 3 is 2.01.
    expect(codes('minAvailable: 67%', three)).toEqual(['K359']);
    expect(codes('minAvailable: 66%', three)).toEqual([]);
    expect(codes('maxUnavailable: 1%', webWorkload({ replicas: 1 }))).toEqual([]);
  });

  test('is none of an amount that the server refuses', () => {
    const refused = ['maxUnavailable: 1000000000000', 'minAvailable: 99999999999999999999%'];
    expect(refused.flatMap((allows) => codes(allows, three))).toEqual([]);
    expect(
      checkManifests(refused.map((allows) => webBudget({ allows })).join('') + three),
    ).not.toContainEqual(expect.objectContaining({ code: 'K001' }));
  });

  test('counts all workloads that it selects', () => {
    const two = webWorkload({ name: 'other', labels: 'app: web, tier: back', replicas: 2 });
    expect(codes('minAvailable: 4', three, two)).toEqual([]);
    expect(codes('minAvailable: 5', three, two)).toEqual(['K359']);
  });

  test('counts what an autoscaler keeps at least', () => {
    const scaled = webWorkload({ resources: 'requests: { cpu: 100m }' });
    expect(codes('minAvailable: 1', webAutoscaler(), scaled)).toEqual([]);
    expect(codes('minAvailable: 2', webAutoscaler(), scaled)).toEqual(['K359']);
    expect(codes('minAvailable: 1', scaled)).toEqual(['K359']);
  });

  test('is none of pods that are not there, nor of a number that is not known', () => {
    expect(codes('minAvailable: 1', webWorkload({ replicas: 0 }))).toEqual([]);
    expect(codes('minAvailable: 1', webWorkload({ kind: 'DaemonSet' }))).toEqual([]);
  });
});

describe('a budget by share', () => {
  test('cannot count pods of a DaemonSet, and those of a Job only while they are there', () => {
    expect(found(webBudget() + webWorkload({ kind: 'DaemonSet' }))).toEqual([
      'K360 error PodDisruptionBudget `shop/web` needs to know how many pods there should be, which DaemonSet `shop/web` does not tell',
    ]);
    expect(found(webBudget() + webWorkload({ kind: 'Job' }))[0]).toMatch(/^K360 warning/);
  });

  test('passes over Pods without a controller beside others', () => {
    const pod = webWorkload({ kind: 'Pod', name: 'by-hand' });
    expect(codes('maxUnavailable: 1', pod)).toEqual(['K360']);
    expect(codes('maxUnavailable: 1', pod, webWorkload({ replicas: 3 }))).toEqual([]);
  });
});

describe('the pods of a budget', () => {
  test('are in no other', () => {
    const web = webWorkload({ replicas: 3, labels: 'app: web, tier: front' });
    const front = webBudget({ name: 'front', selector: 'tier: front' });
    expect(found(webBudget() + front + web)).toEqual([
      'K358 error PodDisruptionBudget `shop/front` and PodDisruptionBudget `shop/web` select the same pods, of Deployment `shop/web`',
    ]);
    expect(found(webBudget() + webBudget() + web)).toEqual([]);
  });

  test('are there, or may be made by others', () => {
    const lost = webBudget({ selector: 'app: wep' });
    expect(found(lost + webWorkload())).toEqual([
      'K357 error PodDisruptionBudget `shop/web` protects no pod',
    ]);
    const external = { objects: [{ kind: 'Pod', namespace: 'shop', labels: { app: 'wep' } }] };
    expect(checkManifests(lost, { external }).filter(({ code }) => code === 'K357')).toEqual([]);
    expect(
      found(webBudget().replace('matchLabels: { app: web }', '{}') + webWorkload({ replicas: 2 })),
    ).toEqual([]);
  });
});
