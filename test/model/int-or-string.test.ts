import fc from 'fast-check';
import {
  type IntOrPercent,
  isPercent,
  readIntOrPercent,
  scaledIntOrPercent,
} from '../../lib/model/int-or-string';

describe('scaledIntOrPercent', () => {
  it('takes an integer as it is', () => {
    expect(scaledIntOrPercent(3, 10, 'up')).toBe(3);
    expect(scaledIntOrPercent(30, 10, 'down')).toBe(30);
  });

  it('rounds a percentage up or down', () => {
    expect(scaledIntOrPercent('25%', 10, 'up')).toBe(3);
    expect(scaledIntOrPercent('25%', 10, 'down')).toBe(2);
    expect(scaledIntOrPercent('1%', 0, 'up')).toBe(0);
    expect(scaledIntOrPercent('150%', 2, 'down')).toBe(3);
  });

  it('never answers minus zero', () => {
    expect(scaledIntOrPercent('-5%', 10, 'up')).toBe(0);
  });

  it.each(['5', '', '%', '1.5%', '5 %', 'http', '9223372036854775808%'])('refuses the text %j', (text) => {
    expect(() => scaledIntOrPercent(text, 10, 'up')).toThrow(/is not a percentage; write an integer/);
  });

  it.each([0.5, Number.NaN, 2 ** 31])('refuses the number %d', (value) => {
    expect(() => scaledIntOrPercent(value, 10, 'up')).toThrow(/is not an integer of 32 bits/);
  });

  it('rounds to either side of the exact share', () => {
    const percents = fc.integer({ min: 0, max: 300 });
    const totals = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(percents, totals, (percent, total) => {
        const up = scaledIntOrPercent(`${percent}%`, total, 'up');
        const down = scaledIntOrPercent(`${percent}%`, total, 'down');
        expect(down * 100).toBeLessThanOrEqual(percent * total);
        expect(up * 100).toBeGreaterThanOrEqual(percent * total);
        expect(up - down).toBe((percent * total) % 100 === 0 ? 0 : 1);
      }),
    );
  });
});

describe('isPercent', () => {
  it('takes digits and a percent sign, nothing else', () => {
    expect(['0%', '25%', '250%'].map(isPercent)).toEqual([true, true, true]);
    expect(['25', '-5%', '+5%', '1.5%', '%', ' 5%', '5%\n', '0x5%'].map(isPercent)).not.toContain(true);
  });
});

describe('readIntOrPercent', () => {
  it('returns what the API server takes', () => {
    expect([readIntOrPercent(0, 'maxSurge'), readIntOrPercent('25%', 'maxSurge')]).toEqual([0, '25%']);
  });

  it.each<IntOrPercent>([-1, 0.5, 2 ** 31, '-5%', '1.5%', '0x10%', ' %', '1e1%'])(
    'refuses %j, and names the property',
    (value) => {
      expect(() => readIntOrPercent(value, 'maxSurge')).toThrow(
        `maxSurge: ${JSON.stringify(value)} is neither a count nor a percentage; write an integer of 0 or more`,
      );
    },
  );

  it('does not compile for other text', () => {
    // @ts-expect-error not a percentage
    expect(() => readIntOrPercent('25', 'maxSurge')).toThrow('maxSurge');
    // @ts-expect-error not a number
    expect(() => readIntOrPercent('many%', 'maxSurge')).toThrow('maxSurge');
  });
});
