import { describeCron } from './cron/describe-cron';
import { nextRun } from './cron/next-run';
import { parseCron, type ParsedCron } from './cron/parse-cron';

/**
 * A schedule of a CronJob, in the grammar that the API server and the CronJob controller share:
 * `cron.ParseStandard` of github.com/robfig/cron v3.0.1.
 *
 * - Five fields: minute 0-59, hour 0-23, day of month 1-31, month 1-12 or `jan`-`dec`, day of week
 *   0-6 or `sun`-`sat`. Sunday is 0; 7 is refused. Names are taken in any case.
 * - A field is a list of `*`, `?` (the same), `n`, `n-m`, each perhaps with `/step`; `n/step` runs to
 *   the end of the field. Ranges do not wrap around.
 * - Where both day fields are restricted, a day that either matches will do. A field that holds `*`
 *   or `?` without a step above 1 is not restricted; `1-31` and `*` + `/2` are.
 * - `@yearly`, `@annually`, `@monthly`, `@weekly`, `@daily`, `@midnight`, `@hourly`, and
 *   `@every <duration>` with a duration of Go (`1h30m`; no days), counted from the run before.
 *
 * @example
 * const nightly = CronSchedule.parse('30 3 * * *');
 * nightly.describe(); // 'At 03:30'
 * nightly.nextRun(new Date('2025-03-29T12:00:00Z'), 'Europe/Berlin'); // 2025-03-30T01:30:00Z
 */
export class CronSchedule {
  private constructor(
    /** The schedule as it was written. */
    readonly text: string,
    /** What it was parsed to. */
    readonly parsed: ParsedCron,
  ) {
    Object.freeze(this);
  }

  /**
   * Parses a schedule.
   *
   * @throws CronError with the server's own message, the field at fault and, where there is one, a
   * suggestion.
   */
  static parse(text: string): CronSchedule {
    return new CronSchedule(text, parseCron(text));
  }

  /**
   * The first run after a time, as the controller computes it (SpecSchedule.Next of robfig/cron).
   *
   * A time that a change of the clock skips does not run that day; one that it repeats runs twice.
   * Undefined when no date matches within five years, such as 30 February.
   *
   * @param after - The run is later than this by a second or more, fractions cut off.
   * @param timeZone - `spec.timeZone`; a `TZ=` prefix of the schedule goes before it. Without either
   * the controller takes its own local time, which is UTC in its image.
   * @throws RangeError when the time zone is unknown or the date invalid.
   */
  nextRun(after: Date, timeZone = 'UTC'): Date | undefined {
    return nextRun(this.parsed, after, timeZone);
  }

  /** All runs after a time, in order; ends only where {@link CronSchedule.nextRun} finds no more. */
  *runs(after: Date, timeZone = 'UTC'): Generator<Date, void, undefined> {
    let next = this.nextRun(after, timeZone);
    while (next !== undefined) {
      yield next;
      next = this.nextRun(next, timeZone);
    }
  }

  /** The schedule as an English sentence without the full stop: `At 03:30, Monday through Friday`. */
  describe(): string {
    return describeCron(this.parsed);
  }
}
