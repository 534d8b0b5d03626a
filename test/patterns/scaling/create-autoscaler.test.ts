import { type AutoscaleOptions } from '../../../lib/patterns/scaling/create-autoscaler';
import { Worker } from '../../../lib/patterns/worker';
import { only, synth, type Synthesized } from '../synth';

const autoscaler = (autoscale: AutoscaleOptions): Synthesized =>
  only(
    synth((chart) => new Worker(chart, 'w', { image: 'a:1', autoscale })),
    'HorizontalPodAutoscaler',
  );

describe('an autoscaler', () => {
  test('follows shares, amounts and metrics of its own', () => {
    const external = {
      type: 'External',
      external: { metric: { name: 'q' }, target: { type: 'Value', value: 5 } },
    };
    const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };
    const { apiVersion, spec } = autoscaler({
      min: 2,
      max: 5,
      cpu: '70%',
      memory: { averageValue: '1Gi' },
      metrics: [external],
      behavior,
    });
    expect(apiVersion).toBe('autoscaling/v2');
    expect(spec).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'w' },
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
        },
        {
          type: 'Resource',
          resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } },
        },
        external,
      ],
      behavior,
    });
  });

  test.each<[AutoscaleOptions, string]>([
    [{ min: 3, max: 2 }, 'autoscale goes from 3 to 2 pods'],
    [{ max: 0 }, 'autoscale goes from 1 to 0 pods'],
    [{ max: 2.5 }, 'autoscale goes from 1 to 2.5 pods'],
    [{ max: 2, cpu: '70.5%' }, 'autoscale.cpu is 70.5%; write a whole percentage above zero'],
    [{ max: 2, cpu: '0%' }, 'autoscale.cpu is 0%'],
    [{ max: 2, memory: '-5%' }, 'autoscale.memory is -5%'],
    [{ max: 2, memory: { averageValue: '1x' as '1' } }, 'autoscale.memory.averageValue is refused'],
  ])('refuses %j', (options, message) => {
    expect(() => autoscaler(options)).toThrow(`Worker 'chart/w': ${message}`);
  });
});
