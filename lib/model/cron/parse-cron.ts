import { GoDurationError, parseGoDuration } from '../go/duration';
import { goFields, goTrimSpace } from '../go/strings';
import { CronError, type CronErrorDetails } from './cron-error';
import { CRON_FIELDS, type CronField } from './cron-field';
import { CronFailure, parseCronField } from './parse-field';
import { suggestCron } from './suggest-cron';
import { locationError } from './time-zone-errors';

/** A schedule of five fields, or of a descriptor such as `@daily` that stands for five. */
export interface CronFields {
  readonly kind: 'fields';
  readonly minute: CronField;
  readonly hour: CronField;
  readonly dayOfMonth: CronField;
  readonly month: CronField;
  readonly dayOfWeek: CronField;
  /** The time zone of a `TZ=` or `CRON_TZ=` prefix. */
  readonly timeZone: string | undefined;
}

/** A schedule of `@every <duration>`. */
export interface CronEvery {
  readonly kind: 'every';
  /** Whole seconds, at least 1: less than a second is rounded up, the rest is cut off. */
  readonly seconds: number;
  readonly timeZone: string | undefined;
}

export type ParsedCron = CronFields | CronEvery;

const DESCRIPTORS: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

const EVERY = '@every ';

function fail(details: CronErrorDetails): never {
  throw new CronFailure(details);
}

/** Parser.Parse of robfig/cron v3.0.1: the prefix, up to the first blank, and what follows it. */
function splitTimeZone(schedule: string): { timeZone: string | undefined; rest: string } {
  if (!schedule.startsWith('TZ=') && !schedule.startsWith('CRON_TZ=')) {
    return { timeZone: undefined, rest: schedule };
  }
  const blank = schedule.indexOf(' ');
  if (blank < 0) {
    // The parser slices out of bounds and panics. Since 1.35 the server catches that and answers
    // with this text (ParseCronScheduleWithPanicRecovery in pkg/util/parsers); earlier ones fail
    // the request.
    const serverMessage = 'invalid schedule format: runtime error: slice bounds out of range [:-1]';
    fail({ reason: 'bad-time-zone', text: schedule, serverMessage });
  }
  const timeZone = schedule.slice(schedule.indexOf('=') + 1, blank);
  const error = locationError(timeZone);
  if (error !== undefined) {
    fail({
      reason: 'bad-time-zone',
      text: timeZone,
      serverMessage: `provided bad location ${timeZone}: ${error}`,
    });
  }
  return { timeZone: timeZone === '' ? 'UTC' : timeZone, rest: goTrimSpace(schedule.slice(blank)) };
}

function parseFields(text: string, timeZone: string | undefined): CronFields {
  const words = goFields(text);
  if (words.length !== CRON_FIELDS.length) {
    const serverMessage = `expected exactly 5 fields, found ${words.length}: [${words.join(' ')}]`;
    fail({ reason: 'field-count', text, serverMessage });
  }
  const [minute, hour, dayOfMonth, month, dayOfWeek] = CRON_FIELDS.map((bounds, at) =>
    parseCronField(words[at] ?? '', bounds),
  ) as [CronField, CronField, CronField, CronField, CronField];
  return Object.freeze({ kind: 'fields', minute, hour, dayOfMonth, month, dayOfWeek, timeZone });
}

function parseEvery(text: string, timeZone: string | undefined): CronEvery {
  try {
    const seconds = Number(parseGoDuration(text.slice(EVERY.length)) / 1_000_000_000n);
    return Object.freeze({ kind: 'every', seconds: Math.max(1, seconds), timeZone });
  } catch (error) {
    if (!(error instanceof GoDurationError)) throw error;
    const serverMessage = `failed to parse duration ${text}: ${error.message}`;
    return fail({ reason: 'bad-duration', text: error.text, serverMessage });
  }
}

function parse(schedule: string): ParsedCron {
  if (schedule === '') fail({ reason: 'empty', text: '', serverMessage: 'empty spec string' });
  const { timeZone, rest } = splitTimeZone(schedule);
  if (!rest.startsWith('@')) return parseFields(rest, timeZone);
  const fields = DESCRIPTORS.get(rest);
  if (fields !== undefined) return parseFields(fields, timeZone);
  if (rest.startsWith(EVERY)) return parseEvery(rest, timeZone);
  return fail({
    reason: 'unknown-descriptor',
    text: rest,
    serverMessage: `unrecognized descriptor: ${rest}`,
  });
}

function parses(schedule: string): boolean {
  try {
    parse(schedule);
    return true;
  } catch (error) {
    if (error instanceof CronFailure) return false;
    throw error;
  }
}

/**
 * Parses a schedule as `cron.ParseStandard` of robfig/cron v3.0.1 does, which every Kubernetes
 * from 1.28 to 1.36 uses.
 *
 * @throws CronError when the schedule does not parse.
 */
export function parseCron(schedule: string): ParsedCron {
  try {
    return parse(schedule);
  } catch (error) {
    if (!(error instanceof CronFailure)) throw error;
    throw new CronError(schedule, error.details, suggestCron(schedule, error.details, parses));
  }
}
