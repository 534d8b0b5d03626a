import { App } from 'cdk8s';
import { isZero, wireCount, wirePart } from '../../../lib/patterns/manifest/count';

const app = new App();

describe('counts and parts', () => {
  test('pass as they are', () => {
    expect([0, 3, undefined].map((count) => wireCount(app, 'replicas', count))).toEqual([0, 3, undefined]);
    const parts = [0, 3, '0%', '100%', undefined] as const;
    expect(parts.map((part) => wirePart(app, 'p', part))).toEqual(parts);
  });

  test.each([-1, 1.5, NaN])('refuse a count of %d', (count) => {
    expect(() => wireCount(app, 'replicas', count)).toThrow(
      `App '': replicas is ${count}; write a whole number`,
    );
  });

  test.each([-1, 1.5, '-5%', '1.5%', '101%', '25'] as const)('refuse a part of %j', (part) => {
    expect(() => wirePart(app, 'p', part as '1%')).toThrow("App '': p is");
  });

  test('are zero in both forms', () => {
    expect(([0, '0%', '00%', 1, '1%', undefined] as const).map(isZero)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
