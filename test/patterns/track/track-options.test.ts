import { Volume } from '../../../lib/patterns/pod/volume';
import { trackOptions } from '../../../lib/patterns/track/track-options';

describe('trackOptions', () => {
  test('merges maps, and replaces everything else', () => {
    const a = Volume.emptyDir('a');
    const b = Volume.emptyDir('b');
    expect(
      trackOptions(
        {
          env: { A: '1', B: '1' },
          mounts: { '/a': a },
          podLabels: { a: '1' },
          podAnnotations: { a: '1' },
          args: ['shared'],
          resources: { limits: { cpu: 1 } },
          command: ['run'],
        },
        {
          image: 'a:1',
          env: { B: '2' },
          mounts: { '/b': b },
          podLabels: { b: '2' },
          podAnnotations: { a: '2' },
          args: ['own'],
          resources: { limits: { memory: '1Gi' } },
        },
      ),
    ).toEqual({
      image: 'a:1',
      env: { A: '1', B: '2' },
      mounts: { '/a': a, '/b': b },
      podLabels: { a: '1', b: '2' },
      podAnnotations: { a: '2' },
      args: ['own'],
      resources: { limits: { memory: '1Gi' } },
      command: ['run'],
    });
  });

  test('takes what only one of them has', () => {
    expect(trackOptions({ env: { A: '1' } }, { image: 'a:1' })).toEqual({ image: 'a:1', env: { A: '1' } });
    expect(trackOptions({}, { image: 'a:1', env: { A: '1' } })).toEqual({ image: 'a:1', env: { A: '1' } });
  });
});
