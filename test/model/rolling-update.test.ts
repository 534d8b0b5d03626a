import {
  daemonSetBounds,
  deploymentBounds,
  resolveFenceposts,
  statefulSetBounds,
} from '../../lib/model/rolling-update';

describe('resolveFenceposts', () => {
  it('counts what is missing as 0, and then lets one pod go', () => {
    expect(resolveFenceposts(undefined, undefined, 10)).toEqual({ maxSurge: 0, maxUnavailable: 1 });
    expect(resolveFenceposts('1%', undefined, 10)).toEqual({ maxSurge: 1, maxUnavailable: 0 });
  });
});

describe('deploymentBounds', () => {
  it('defaults to 25% either way, surge rounded up, unavailable down', () => {
    expect(deploymentBounds({}, 10)).toEqual({
      maxSurge: 3,
      maxUnavailable: 2,
      minAvailable: 8,
      maxPods: 13,
    });
    expect(deploymentBounds({}, 1)).toEqual({ maxSurge: 1, maxUnavailable: 0, minAvailable: 1, maxPods: 2 });
  });

  it('lets one pod go where rounding leaves no way to move', () => {
    expect(deploymentBounds({ maxSurge: 0, maxUnavailable: '5%' }, 10)).toEqual({
      maxSurge: 0,
      maxUnavailable: 1,
      minAvailable: 9,
      maxPods: 10,
    });
  });

  it('never lets more pods go than there are', () => {
    expect(deploymentBounds({ maxUnavailable: 5 }, 3).maxUnavailable).toBe(3);
    expect(deploymentBounds({ maxSurge: 0, maxUnavailable: 0 }, 0)).toEqual({
      maxSurge: 0,
      maxUnavailable: 0,
      minAvailable: 0,
      maxPods: 0,
    });
  });

  it('has nothing available while it recreates', () => {
    expect(deploymentBounds({ type: 'Recreate' }, 3)).toEqual({
      maxSurge: 0,
      maxUnavailable: 3,
      minAvailable: 0,
      maxPods: 3,
    });
  });

  it('refuses what is no count', () => {
    expect(() => deploymentBounds({ maxSurge: 'half' }, 3)).toThrow('"half" is not a percentage');
  });
});

describe('daemonSetBounds', () => {
  it('defaults to one unavailable and no surge', () => {
    expect(daemonSetBounds({}, 5)).toEqual({ maxSurge: 0, maxUnavailable: 1, minAvailable: 4, maxPods: 5 });
    expect(daemonSetBounds({}, 0)).toEqual({ maxSurge: 0, maxUnavailable: 0, minAvailable: 0, maxPods: 0 });
  });

  it('rounds both values up', () => {
    expect(daemonSetBounds({ maxUnavailable: '10%' }, 12).maxUnavailable).toBe(2);
    expect(daemonSetBounds({ maxSurge: '10%', maxUnavailable: 0 }, 12)).toEqual({
      maxSurge: 2,
      maxUnavailable: 0,
      minAvailable: 12,
      maxPods: 14,
    });
  });

  it('surges by one pod a node at most', () => {
    expect(daemonSetBounds({ maxSurge: 9, maxUnavailable: 0 }, 3).maxPods).toBe(6);
  });

  it('lets one pod go where both are 0', () => {
    expect(daemonSetBounds({ maxSurge: 0, maxUnavailable: '0%' }, 3).maxUnavailable).toBe(1);
  });

  it('replaces nothing by itself on delete', () => {
    expect(daemonSetBounds({ type: 'OnDelete', maxUnavailable: 2 }, 3).minAvailable).toBe(3);
  });
});

describe('statefulSetBounds', () => {
  it('replaces one pod at a time', () => {
    expect(statefulSetBounds({}, 3)).toEqual({ maxSurge: 0, maxUnavailable: 1, minAvailable: 2, maxPods: 3 });
  });

  it('rounds a percentage down, to one at least', () => {
    expect(statefulSetBounds({ maxUnavailable: '50%' }, 5).maxUnavailable).toBe(2);
    expect(statefulSetBounds({ maxUnavailable: '10%' }, 5).maxUnavailable).toBe(1);
    expect(statefulSetBounds({ maxUnavailable: 9 }, 5).maxUnavailable).toBe(5);
  });

  it('leaves pods below the partition alone', () => {
    expect(statefulSetBounds({ partition: 4, maxUnavailable: 3 }, 5).maxUnavailable).toBe(1);
    expect(statefulSetBounds({ partition: 5 }, 5).minAvailable).toBe(5);
  });

  it('replaces nothing by itself on delete', () => {
    expect(statefulSetBounds({ type: 'OnDelete' }, 3).minAvailable).toBe(3);
  });
});
