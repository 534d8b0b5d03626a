import { App } from 'cdk8s';
import {
  changeCauseAnnotation,
  type RolloutOptions,
  strategyManifest,
} from '../../../lib/patterns/workload/rollout-options';

const strategy = (written: RolloutOptions['strategy']): unknown => strategyManifest(new App(), written);

describe('the strategy of a Deployment', () => {
  test.each<[RolloutOptions['strategy'], unknown]>([
    [undefined, undefined],
    ['Recreate', { type: 'Recreate' }],
    ['RollingUpdate', { type: 'RollingUpdate' }],
    [{ maxSurge: 3 }, { type: 'RollingUpdate', rollingUpdate: { maxSurge: 3 } }],
    [
      { maxSurge: '200%', maxUnavailable: 0 },
      { type: 'RollingUpdate', rollingUpdate: { maxSurge: '200%', maxUnavailable: 0 } },
    ],
  ])('%j is %j', (written, manifest) => {
    expect(strategy(written)).toEqual(manifest);
  });

  test.each<[RolloutOptions['strategy'], string]>([
    [{ maxSurge: 0, maxUnavailable: '0%' }, 'strategy has a maxSurge and a maxUnavailable of 0'],
    [{ maxSurge: -1 }, 'strategy.maxSurge is refused: -1 is neither a count nor a percentage'],
    [{ maxSurge: '2.5%' }, 'strategy.maxSurge is refused'],
    [{ maxUnavailable: '150%' }, 'strategy.maxUnavailable is 150%'],
  ])('%j is refused', (written, message) => {
    expect(() => strategy(written)).toThrow(`App '': ${message}`);
  });

  test('the cause of a change is an annotation', () => {
    expect(changeCauseAnnotation('v2')).toEqual({ 'kubernetes.io/change-cause': 'v2' });
    expect(changeCauseAnnotation(undefined)).toBeUndefined();
  });
});
