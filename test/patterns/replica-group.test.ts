import { ReplicaGroup, type ReplicaGroupProps } from '../../lib/patterns/replica-group';
import { only, synth } from './synth';

const NAME = { 'app.kubernetes.io/name': 'cache' };
const group = (props: Partial<ReplicaGroupProps<'tcp'>> = {}): ReturnType<typeof synth> =>
  synth((chart) => new ReplicaGroup(chart, 'cache', { image: 'memcached:1.6', ...props }));

describe('ReplicaGroup', () => {
  test('makes a ReplicaSet', () => {
    expect(only(group({ replicas: 3, minReadySeconds: 1 }), 'ReplicaSet').spec).toMatchObject({
      replicas: 3,
      minReadySeconds: 1,
      selector: { matchLabels: NAME },
      template: { metadata: { labels: NAME } },
    });
  });

  test('makes a ReplicationController on request, whose selector is a plain map', () => {
    const { apiVersion, spec } = only(group({ kind: 'ReplicationController' }), 'ReplicationController');
    expect([apiVersion, spec.selector]).toEqual(['v1', NAME]);
  });

  test('selects by expressions that its pods meet', () => {
    const matchExpressions = [
      { key: 'tier', operator: 'In', values: ['cache', 'web'] },
      { key: 'old', operator: 'DoesNotExist' },
      { key: 'tier', operator: 'Exists' },
      { key: 'zone', operator: 'NotIn', values: ['a'] },
    ] as const;
    const { spec } = only(group({ labels: { tier: 'cache' }, matchExpressions }), 'ReplicaSet');
    expect(spec.selector).toEqual({ matchLabels: NAME, matchExpressions });
  });

  test.each([
    [{ key: 'tier', operator: 'In', values: ['web'] }, "ask for 'tier In web'"],
    [{ key: 'tier', operator: 'Exists' }, "ask for 'tier Exists'"],
    [{ key: 'app.kubernetes.io/name', operator: 'NotIn', values: ['cache'] }, 'NotIn cache'],
  ] as const)('refuses the expression %j, which its pods do not meet', (expression, message) => {
    expect(() => group({ matchExpressions: [expression] })).toThrow(message);
  });

  test('refuses what contradicts itself', () => {
    expect(() =>
      group({ kind: 'ReplicationController', matchExpressions: [{ key: 'a', operator: 'DoesNotExist' }] }),
    ).toThrow("ReplicaGroup 'chart/cache': matchExpressions are unknown to a ReplicationController");
    expect(() => group({ selector: {} })).toThrow('selector is empty, which selects every pod');
    expect(() => group({ replicas: 1.5 })).toThrow('replicas is 1.5');
    expect(() => group({ selector: { app: 'x' }, labels: { app: 'y' } })).toThrow(
      "labels set 'app' to 'y', but the selector asks for 'x'",
    );
  });

  test('is scaled and guarded on request, and takes patches', () => {
    const objects = group({
      autoscale: { max: 2 },
      disruptionBudget: { maxUnavailable: 1 },
      patch: {
        replicaSet: { spec: { minReadySeconds: 7 } },
        autoscaler: { spec: { minReplicas: 1 } },
        disruptionBudget: { spec: { maxUnavailable: null, minAvailable: 1 } },
      },
    });
    expect(only(objects, 'ReplicaSet').spec).toMatchObject({ minReadySeconds: 7 });
    expect(only(objects, 'HorizontalPodAutoscaler').spec).toMatchObject({
      minReplicas: 1,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'cache' },
    });
    expect(only(objects, 'PodDisruptionBudget').spec).toEqual({
      minAvailable: 1,
      selector: { matchLabels: NAME },
    });
    const controller = group({
      kind: 'ReplicationController',
      patch: { replicationController: { spec: { replicas: 4 } } },
    });
    expect(only(controller, 'ReplicationController').spec.replicas).toBe(4);
  });
});
