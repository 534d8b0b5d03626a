import { Volume } from '../../../lib/patterns/pod/volume';
import { Worker, type WorkerProps } from '../../../lib/patterns/worker';
import { only, synth, type Synthesized } from '../synth';

const deployment = (props: Partial<WorkerProps<never>>): Synthesized =>
  only(
    synth((chart) => new Worker(chart, 'w', { image: 'a:1', ...props })),
    'Deployment',
  );

describe('a Deployment', () => {
  test('writes how it rolls out', () => {
    const { metadata, spec } = deployment({
      replicas: 0,
      strategy: { maxSurge: 1 },
      minReadySeconds: 10,
      revisionHistoryLimit: 0,
      progressDeadlineSeconds: 60,
      paused: true,
      changeCause: 'v2',
      annotations: { a: 'b' },
    });
    expect(metadata.annotations).toEqual({ a: 'b', 'kubernetes.io/change-cause': 'v2' });
    expect(spec).toMatchObject({
      replicas: 0,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
      minReadySeconds: 10,
      revisionHistoryLimit: 0,
      progressDeadlineSeconds: 60,
      paused: true,
    });
  });

  test('is selected by the labels of one that exists already', () => {
    const { spec } = deployment({ selector: { app: 'old' }, defaults: 'none' });
    expect(spec.selector).toEqual({ matchLabels: { app: 'old' } });
    expect(spec.template.metadata).toEqual({ labels: { app: 'old' } });
  });

  test('refuses replicas that are no count, and claim templates', () => {
    expect(() => deployment({ replicas: -1 })).toThrow("Worker 'chart/w': replicas is -1");
    const data = Volume.claimTemplate('data', { storage: 1 });
    expect(() => deployment({ mounts: { '/d': data } })).toThrow(
      "Worker 'chart/w': mounts take the claim template 'data', which only a StatefulService has",
    );
  });
});
