import { SinglePod } from '../../lib/patterns/single-pod';
import { synth } from './synth';

describe('SinglePod', () => {
  test('makes one Pod with the labels and annotations of both the object and the pod', () => {
    expect(
      synth(
        (chart) =>
          new SinglePod(chart, 'debug', {
            image: 'busybox:1.36',
            defaults: 'none',
            labels: { a: '1' },
            podLabels: { b: '2' },
            annotations: { c: '3' },
            podAnnotations: { d: '4' },
            restartPolicy: 'Never',
            activeDeadlineSeconds: 60,
            patch: { pod: { spec: { enableServiceLinks: false } } },
          }),
      ),
    ).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'debug', labels: { a: '1', b: '2' }, annotations: { c: '3', d: '4' } },
        spec: {
          containers: [{ name: 'debug', image: 'busybox:1.36' }],
          restartPolicy: 'Never',
          activeDeadlineSeconds: 60,
          enableServiceLinks: false,
        },
      },
    ]);
  });

  test("with defaults 'none' and nothing else is nothing else", () => {
    expect(
      synth((chart) => new SinglePod(chart, 'debug', { image: 'busybox:1.36', defaults: 'none' })),
    ).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'debug' },
        spec: { containers: [{ name: 'debug', image: 'busybox:1.36' }] },
      },
    ]);
  });
});
