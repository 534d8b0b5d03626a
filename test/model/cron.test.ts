import * as fc from 'fast-check';
import { CronSchedule } from '../../lib/model/cron';
import type * as CronModule from '../../lib/model/cron';
import { CRON_FIELDS } from '../../lib/model/cron/cron-field';
import { CronError } from '../../lib/model/cron/cron-error';

function failure(schedule: string): CronError {
  try {
    CronSchedule.parse(schedule);
  } catch (error) {
    if (error instanceof CronError) return error;
    throw error;
  }
  throw new Error(`'${schedule}' parses`);
}

describe('a schedule that does not parse', () => {
  test('says what the server says, and how to mend it', () => {
    const error = failure('0 30 3 * * *');
    expect(error.serverMessage).toBe('expected exactly 5 fields, found 6: [0 30 3 * * *]');
    expect(error.suggestion).toEqual({ text: 'drop the seconds field', schedule: '30 3 * * *' });
    expect(error.reason).toBe('field-count');
    expect(error.field).toBeUndefined();
  });

  test('names the field and the text at fault', () => {
    const error = failure('0 0 0-5 * *');
    expect([error.field, error.text, error.reason]).toEqual(['day of month', '0-5', 'below-minimum']);
    expect(error.message).toBe(
      "'0 0 0-5 * *' is not a schedule: day of month: beginning of range (0) below minimum (1): 0-5; " +
        "the first day of month is 1: '0 0 1-5 * *'",
    );
  });

  test.each([
    ['0 3 * *', '0 3 * * *'],
    ['30 3 * * * 2025', '30 3 * * *'],
    ['0 0 12 * * ?', '0 12 * * ?'],
    ['0 0 12 1/1 * ? *', '0 12 1/1 * ?'],
    ['0 0 * * 7', '0 0 * * 0'],
    ['0 0 * * 1,7', '0 0 * * 1,0'],
    ['0 0 * * 5-7', '0 0 * * 5-6,0'],
    ['0 0 * * fri-7', '0 0 * * fri-6,0'],
    ['0 0 * * Monday', '0 0 * * mon'],
    ['0 0 1 january-feb *', '0 0 1 jan-feb *'],
    ['0 22-2 * * *', '0 22-23,0-2 * * *'],
    ['0 0 * * fri-mon', '0 0 * * fri-6,0-mon'],
    ['*/0 * * * *', '* * * * *'],
    ['0 24 * * *', '0 0 * * *'],
    ['60 * * * *', '0 * * * *'],
    ['* * * 0 *', '* * * * *'],
    ['@every 1d', '@every 24h'],
    ['@every 1 H', '@every 1h'],
    ['@every 90', '@every 90s'],
    ['@Daily', '@daily'],
    [' @daily', '@daily'],
    ['TZ=europe/berlin 0 3 * * *', '0 3 * * *'],
  ])('%j is mended as %j', (schedule, mended) => {
    expect(failure(schedule).suggestion?.schedule).toBe(mended);
  });

  test.each(['', '0 0 L * *', '@reboot', '@every x', 'TZ=x', '* *', '1-2-3 * * * *', '*/-1 * * * *'])(
    '%j has no obvious mending',
    (schedule) => {
      expect(failure(schedule).suggestion).toBeUndefined();
    },
  );
});

describe('next runs', () => {
  const at = (schedule: string, after: string, timeZone?: string): string | undefined =>
    CronSchedule.parse(schedule).nextRun(new Date(after), timeZone)?.toISOString();

  test('are in UTC unless a time zone is given', () => {
    expect(at('30 3 * * *', '2025-01-01T00:00:00Z')).toBe('2025-01-01T03:30:00.000Z');
    expect(at('30 3 * * *', '2025-01-01T00:00:00Z', 'Europe/Berlin')).toBe('2025-01-01T02:30:00.000Z');
  });

  test('follow a TZ= prefix before the time zone that is given', () => {
    expect(at('TZ=Asia/Kolkata 0 9 * * *', '2025-01-01T00:00:00Z', 'Europe/Berlin')).toBe(
      '2025-01-01T03:30:00.000Z',
    );
  });

  test('are later than the time given, to the second', () => {
    expect(at('* * * * *', '2025-01-01T00:00:00.000Z')).toBe('2025-01-01T00:01:00.000Z');
    expect(at('* * * * *', '2024-12-31T23:59:59.999Z')).toBe('2025-01-01T00:00:00.000Z');
  });

  test('leave out a time that the clock skips, and come twice when it is repeated', () => {
    expect(at('30 2 * * *', '2025-03-30T00:00:00Z', 'Europe/Berlin')).toBe('2025-03-31T00:30:00.000Z');
    const runs = CronSchedule.parse('30 2 * * *').runs(new Date('2025-10-25T22:00:00Z'), 'Europe/Berlin');
    expect([runs.next().value?.toISOString(), runs.next().value?.toISOString()]).toEqual([
      '2025-10-26T00:30:00.000Z',
      '2025-10-26T01:30:00.000Z',
    ]);
  });

  test('combine the two day fields by "or" only when both are restricted', () => {
    // 2025-06-01 is a Sunday.
    expect(at('0 0 13 * mon', '2025-06-01T00:00:00Z')).toBe('2025-06-02T00:00:00.000Z');
    expect(at('0 0 13 * *', '2025-06-01T00:00:00Z')).toBe('2025-06-13T00:00:00.000Z');
    expect(at('0 0 */2 * wed', '2025-06-01T00:00:00Z')).toBe('2025-06-03T00:00:00.000Z');
    expect(at('0 0 */1 * wed', '2025-06-01T00:00:00Z')).toBe('2025-06-04T00:00:00.000Z');
  });

  test('end where five years pass without one', () => {
    expect(at('0 0 30 2 *', '2025-01-01T00:00:00Z')).toBeUndefined();
    expect(at('0 0 29 2 *', '2096-03-01T00:00:00Z')).toBeUndefined();
    expect([...CronSchedule.parse(', * * * *').runs(new Date(0))]).toEqual([]);
  });

  test('go on past a date that the time zone left out', () => {
    expect(at('0 0 1 * *', '2011-12-29T12:00:00Z', 'Pacific/Apia')).toBe('2011-12-31T10:00:00.000Z');
  });

  test('of @every are counted from the time given', () => {
    expect(at('@every 1h30m', '2025-01-01T00:10:20.700Z')).toBe('2025-01-01T01:40:20.000Z');
    expect(at('@every 10ms', '2025-01-01T00:00:00Z')).toBe('2025-01-01T00:00:01.000Z');
  });

  test('need a time zone that the server knows, in its case', () => {
    expect(() => at('* * * * *', '2025-01-01T00:00:00Z', 'europe/berlin')).toThrow(
      "timeZone: 'europe/berlin' is no time zone; write 'Europe/Berlin'",
    );
    expect(() => at('* * * * *', '2025-01-01T00:00:00Z', '+02:00')).toThrow(RangeError);
    expect(() => at('* * * * *', 'x')).toThrow('after: the Date is invalid');
  });
});

/** A field as text, with the values that it means, worked out without the parser. */
function field(at: number): fc.Arbitrary<{ text: string; values: Set<number>; star: boolean }> {
  const { min = 0, max = 0 } = CRON_FIELDS[at] ?? {};
  const value = fc.integer({ min, max });
  const item = fc.oneof(
    fc.constantFrom('*', '?').map((text) => ({ text, low: min, high: max, step: 1, star: true })),
    value.map((low) => ({ text: `${low}`, low, high: low, step: 1, star: false })),
    fc.tuple(value, value, fc.integer({ min: 1, max: 9 })).map(([a, b, step]) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      return { text: `${low}-${high}/${step}`, low, high, step, star: false };
    }),
    fc
      .integer({ min: 1, max: 9 })
      .map((step) => ({ text: `*/${step}`, low: min, high: max, step, star: step === 1 })),
  );
  return fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => {
    const values = new Set<number>();
    for (const { low, high, step } of items) for (let v = low; v <= high; v += step) values.add(v);
    return { text: items.map(({ text }) => text).join(','), values, star: items.some(({ star }) => star) };
  });
}

test('the next run satisfies the schedule, and no minute before it does', () => {
  const fields = fc.tuple(field(0), field(1), field(2), field(3), field(4));
  const time = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000));
  fc.assert(
    fc.property(fields, time, ([minute, hour, date, month, weekday], after) => {
      const matches = (t: Date): boolean => {
        const byDate = date.values.has(t.getUTCDate());
        const byWeekday = weekday.values.has(t.getUTCDay());
        return (
          minute.values.has(t.getUTCMinutes()) &&
          hour.values.has(t.getUTCHours()) &&
          month.values.has(t.getUTCMonth() + 1) &&
          (date.star || weekday.star ? byDate && byWeekday : byDate || byWeekday)
        );
      };
      const text = [minute, hour, date, month, weekday].map((f) => f.text).join(' ');
      const next = CronSchedule.parse(text).nextRun(after);
      // A few days of minutes are looked at one by one; what lies beyond is left to the first claim.
      let brute = Math.floor(after.getTime() / 60_000) * 60_000 + 60_000;
      const end = Math.min(next?.getTime() ?? Infinity, brute + 5 * 86_400_000);
      while (brute < end && !matches(new Date(brute))) brute += 60_000;
      expect(brute).toBe(end);
      if (next !== undefined) expect([matches(next), next.getTime() % 60_000]).toEqual([true, 0]);
    }),
    { numRuns: 300 },
  );
});

describe('a schedule in words', () => {
  test.each([
    ['30 3 * * *', 'At 03:30'],
    ['0 0 ? * ?', 'At 00:00'],
    ['* * * * *', 'Every minute'],
    ['*/15 9-17 * * mon-fri', 'Every 15 minutes, between 09:00 and 17:59, Monday through Friday'],
    ['@weekly', 'At 00:00, only on Sunday'],
    ['0 0 29 2 *', 'At 00:00, on day 29 of the month, only in February'],
    // What the words of the library alone would hide or get wrong.
    ['*/7 * * * *', 'At 0, 7, 14, 21, 28, 35, 42, 49, and 56 minutes past the hour'],
    ['*/90 * * * *', 'Every hour'],
    ['0 0 13 * 5', 'At 00:00, on day 13 of the month or on Friday'],
    ['0 0 1 * 1-5', 'At 00:00, on day 1 of the month or Monday through Friday'],
    ['0 0 1-31 * mon', 'At 00:00'],
    ['0 0 , * mon', 'At 00:00, only on Monday'],
    ['0 0 * * */2', 'At 00:00, only on Sunday, Tuesday, Thursday, and Saturday'],
    ['*-3 3 * * *', 'Every minute, between 03:00 and 03:59'],
    ['0 0 30 2 *', 'Never: no date matches'],
    ['@every 90m', 'Every 1 hour 30 minutes, counted from the last run'],
    ['@every 1s', 'Every second, counted from the last run'],
    ['TZ=Europe/Berlin 0 3 * * *', 'At 03:00, Europe/Berlin time'],
  ])('%j is %j', (schedule, words) => {
    expect(CronSchedule.parse(schedule).describe()).toBe(words);
  });

  test('the library for it is loaded when it is asked for, not before', () => {
    const load = jest.fn(() => ({ toString: () => 'At 00:00' }));
    jest.doMock('cronstrue', load);
    jest.isolateModules(() => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- a fresh copy is the point
      const fresh = require('../../lib/model/cron') as typeof CronModule;
      const schedule = fresh.CronSchedule.parse('@daily');
      schedule.nextRun(new Date(0));
      expect(load).not.toHaveBeenCalled();
      schedule.describe();
      expect(load).toHaveBeenCalledTimes(1);
    });
  });
});
