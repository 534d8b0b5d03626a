import { type CronEvery, type CronFields, type ParsedCron } from './parse-cron';
import { zoneOffset, type ZoneOffset } from './zone-offset';

const MINUTE = 60;
const HOUR = 3600;

/** A time as Go's time.Time shows it in a zone: an instant, and the local fields of it. */
class LocalTime {
  private readonly local: Date;

  constructor(
    readonly unix: number,
    private readonly offset: ZoneOffset,
  ) {
    this.local = new Date((unix + offset(unix)) * 1000);
  }

  /** time.Date of Go: in a gap or an overlap it takes the offset that this search hits upon. */
  static at(
    offset: ZoneOffset,
    ...[year, month, day, hour = 0, minute = 0, second = 0]: number[]
  ): LocalTime {
    const fields = new Date(0);
    fields.setUTCFullYear(year ?? 0, month, day);
    fields.setUTCHours(hour, minute, second);
    const unix = fields.getTime() / 1000;
    const guess = offset(unix);
    return new LocalTime(guess === 0 ? unix : unix - offset(unix - guess), offset);
  }

  get year(): number {
    return this.local.getUTCFullYear();
  }
  /** 1 to 12. */
  get month(): number {
    return this.local.getUTCMonth() + 1;
  }
  get day(): number {
    return this.local.getUTCDate();
  }
  /** 0 to 6, from Sunday. */
  get weekday(): number {
    return this.local.getUTCDay();
  }
  get hour(): number {
    return this.local.getUTCHours();
  }
  get minute(): number {
    return this.local.getUTCMinutes();
  }
  get second(): number {
    return this.local.getUTCSeconds();
  }

  add(seconds: number): LocalTime {
    return new LocalTime(this.unix + seconds, this.offset);
  }

  /** AddDate(0, months, days) of Go: the clock stays, the date is normalized. */
  addDate(months: number, days: number): LocalTime {
    const { year, month, day, hour, minute, second } = this;
    return LocalTime.at(this.offset, year, month - 1 + months, day + days, hour, minute, second);
  }

  /** The start of the month, of the day or of the hour. */
  startOf(unit: 'month' | 'day' | 'hour'): LocalTime {
    const day = unit === 'month' ? 1 : this.day;
    return LocalTime.at(this.offset, this.year, this.month - 1, day, unit === 'hour' ? this.hour : 0);
  }
}

function dayMatches(cron: CronFields, time: LocalTime): boolean {
  const byDate = cron.dayOfMonth.values.includes(time.day);
  const byWeekday = cron.dayOfWeek.values.includes(time.weekday);
  return cron.dayOfMonth.star || cron.dayOfWeek.star ? byDate && byWeekday : byDate || byWeekday;
}

/**
 * The next day. Where a zone left out a whole date (Pacific/Apia, 30 December 2011) the arithmetic
 * comes back to the day it left, and upstream never returns; here it goes on a day later.
 */
function tomorrow(time: LocalTime): LocalTime {
  const next = time.addDate(0, 1);
  return next.unix > time.unix ? next : time.add(24 * HOUR);
}

/**
 * SpecSchedule.Next of robfig/cron v3.0.1, step by step, since its steps decide what happens in
 * the hours that a change of the clock skips or repeats.
 */
function nextByFields(cron: CronFields, after: number, offset: ZoneOffset): number | undefined {
  // With no minute or no hour to find (a field of commas) the search below walks five years.
  if (cron.minute.values.length === 0 || cron.hour.values.length === 0) return undefined;

  let time = new LocalTime(after + 1, offset);
  let added = false;
  const reset = (start: () => LocalTime): void => {
    if (!added) time = start();
    added = true;
  };
  const yearLimit = time.year + 5;

  search: while (time.year <= yearLimit) {
    while (!cron.month.values.includes(time.month)) {
      reset(() => time.startOf('month'));
      time = time.addDate(1, 0);
      if (time.month === 1) continue search;
    }
    while (!dayMatches(cron, time)) {
      reset(() => time.startOf('day'));
      time = tomorrow(time);
      // Where midnight does not exist, the date arithmetic lands at 23:00 or 01:00.
      if (time.hour > 12) time = time.add((24 - time.hour) * HOUR);
      else if (time.hour > 0) time = time.add(-time.hour * HOUR);
      if (time.day === 1) continue search;
    }
    while (!cron.hour.values.includes(time.hour)) {
      reset(() => time.startOf('hour'));
      time = time.add(HOUR);
      if (time.hour === 0) continue search;
    }
    while (!cron.minute.values.includes(time.minute)) {
      reset(() => time.add(-(((time.unix % MINUTE) + MINUTE) % MINUTE)));
      time = time.add(MINUTE);
      if (time.minute === 0) continue search;
    }
    while (time.second !== 0) {
      added = true;
      time = time.add(1);
      if (time.second === 0) continue search;
    }
    return time.unix;
  }
  return undefined;
}

function nextByDelay(cron: CronEvery, after: number): number {
  return after + cron.seconds;
}

/**
 * The first run after a time, to the second, as the CronJob controller computes it: in the zone of
 * a `TZ=` prefix, else in `timeZone` (formatSchedule in pkg/controller/cronjob). Undefined when five
 * years go by without one.
 */
export function nextRun(cron: ParsedCron, after: Date, timeZone: string): Date | undefined {
  const milliseconds = after.getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError('after: the Date is invalid');
  const prefix = cron.timeZone === 'Local' ? undefined : cron.timeZone;
  const offset = zoneOffset(prefix ?? timeZone);
  const seconds = Math.floor(milliseconds / 1000);
  const next = cron.kind === 'every' ? nextByDelay(cron, seconds) : nextByFields(cron, seconds, offset);
  return next === undefined ? undefined : new Date(next * 1000);
}
