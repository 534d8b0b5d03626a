import { type DisruptionBudgetOptions } from '../../../lib/patterns/scaling/create-disruption-budget';
import { Worker } from '../../../lib/patterns/worker';
import { only, synth } from '../synth';

const budget = (disruptionBudget: DisruptionBudgetOptions): unknown =>
  only(
    synth((chart) => new Worker(chart, 'w', { image: 'a:1', disruptionBudget })),
    'PodDisruptionBudget',
  ).spec;

describe('a disruption budget', () => {
  test('has one bound, and a word on pods that are not ready', () => {
    expect(budget({ minAvailable: '50%', unhealthyPodEvictionPolicy: 'AlwaysAllow' })).toEqual({
      minAvailable: '50%',
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: { 'app.kubernetes.io/name': 'w' } },
    });
  });

  test.each<[DisruptionBudgetOptions, string]>([
    [{ minAvailable: '101%' }, 'disruptionBudget.minAvailable is 101%'],
    [{ maxUnavailable: -1 }, 'disruptionBudget.maxUnavailable is refused: -1'],
    [{ maxUnavailable: '0.5%' }, 'disruptionBudget.maxUnavailable is refused'],
  ])('refuses %j', (options, message) => {
    expect(() => budget(options)).toThrow(`Worker 'chart/w': ${message}`);
  });
});
