import { Worker } from '../../lib/patterns/worker';
import { names, only, synth } from './synth';

const NAME = { 'app.kubernetes.io/name': 'mailer' };

describe('Worker', () => {
  test('makes a Deployment, and what was asked for beside it', () => {
    const objects = synth(
      (chart) =>
        new Worker(chart, 'mailer', {
          image: 'mailer:1',
          replicas: 2,
          strategy: 'Recreate',
          disruptionBudget: { minAvailable: '50%' },
          networkPolicy: { allowTo: [] },
        }),
    );
    expect(names(objects)).toEqual([
      'Deployment mailer',
      'PodDisruptionBudget mailer',
      'NetworkPolicy mailer',
    ]);
    expect(only(objects, 'Deployment').spec).toMatchObject({ replicas: 2, strategy: { type: 'Recreate' } });
    expect(only(objects, 'PodDisruptionBudget').spec).toEqual({
      minAvailable: '50%',
      selector: { matchLabels: NAME },
    });
  });

  test('leaves the number of pods to an autoscaler', () => {
    const objects = synth(
      (chart) => new Worker(chart, 'mailer', { image: 'mailer:1', autoscale: { max: 3 } }),
    );
    expect(only(objects, 'Deployment').spec).not.toHaveProperty('replicas');
    expect(only(objects, 'HorizontalPodAutoscaler').spec).toEqual({
      maxReplicas: 3,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'mailer' },
    });
  });

  test('takes a patch of each object', () => {
    const objects = synth(
      (chart) =>
        new Worker(chart, 'mailer', {
          image: 'mailer:1',
          autoscale: { max: 3 },
          disruptionBudget: { maxUnavailable: 1 },
          networkPolicy: { allowFrom: [] },
          patch: {
            deployment: { spec: { paused: true } },
            autoscaler: { spec: { minReplicas: 2 } },
            disruptionBudget: { spec: { maxUnavailable: 2 } },
            networkPolicy: { metadata: { labels: { a: 'b' } } },
          },
        }),
    );
    expect(only(objects, 'Deployment').spec.paused).toBe(true);
    expect(only(objects, 'HorizontalPodAutoscaler').spec.minReplicas).toBe(2);
    expect(only(objects, 'PodDisruptionBudget').spec.maxUnavailable).toBe(2);
    expect(only(objects, 'NetworkPolicy').metadata.labels).toEqual({ ...NAME, a: 'b' });
  });
});
