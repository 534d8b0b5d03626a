import { createRequire } from 'node:module';
import type * as Cronstrue from 'cronstrue';
import { type CronField } from './cron-field';
import { nextRun } from './next-run';
import { type CronFields, type ParsedCron } from './parse-cron';

// 130 kB of JavaScript that only descriptions need.
const load = createRequire(__filename);
let library: typeof Cronstrue | undefined;

function words(expression: string): string {
  library ??= load('cronstrue') as typeof Cronstrue;
  return library.toString(expression, { use24HourTimeFormat: true });
}

/** The piece that the library adds to `At 00:00` for the days and months of an expression. */
function dateWords(dayOfMonth: string, month: string, dayOfWeek: string): string {
  return words(`0 0 ${dayOfMonth} ${month} ${dayOfWeek}`).replace(/^At 00:00(, )?/, '');
}

/**
 * A field as text that the library reads as the parser does: from the values, since the library
 * takes `*` + `/7` for "every 7 minutes" across the hour, `1-31` for a restriction and `?` for an error.
 */
function canonical(field: CronField, min: number, max: number): string {
  const { values } = field;
  const span = max - min + 1;
  const [first = min, second = min] = values;
  if (values.length === span) return '*';
  if (values.length < 2) return values.join(',');
  const step = second - first;
  const even = values.every((value, at) => value === first + at * step);
  if (step > 1 && even && first === min && span % step === 0 && values.length === span / step)
    return `*/${step}`;
  if (step === 1 && even && values.length > 2) return `${first}-${first + values.length - 1}`;
  return values.join(',');
}

function dayWords(cron: CronFields): string {
  const date = canonical(cron.dayOfMonth, 1, 31);
  const weekday = canonical(cron.dayOfWeek, 0, 6).replace(/^\*\/.*$/, cron.dayOfWeek.values.join(','));
  const byDate =
    date === '*' || date === ''
      ? ''
      : dateWords(date.replace(/^\*\/.*$/, cron.dayOfMonth.values.join(',')), '*', '*');
  const byWeekday = weekday === '*' || weekday === '' ? '' : dateWords('*', '*', weekday);
  if (cron.dayOfMonth.star || cron.dayOfWeek.star) return byDate === '' ? byWeekday : byDate;
  // Both restricted: a day matches by either, and by all when one of the two holds every day.
  if (date === '*' || weekday === '*') return '';
  if (byDate === '' || byWeekday === '') return byDate === '' ? byWeekday : byDate;
  return `${byDate} or ${byWeekday.replace(/^only /, '')}`;
}

function describeFields(cron: CronFields): string {
  // 2000 is a leap year: what does not run in the five years from it never does.
  if (nextRun(cron, new Date('1999-12-31T23:59:59Z'), 'UTC') === undefined) return 'Never: no date matches';
  const month = canonical(cron.month, 1, 12).replace(/^\*\/.*$/, cron.month.values.join(','));
  const parts = [
    words(`${canonical(cron.minute, 0, 59)} ${canonical(cron.hour, 0, 23)} * * *`),
    dayWords(cron),
    month === '*' ? '' : dateWords('*', month, '*'),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function describeEvery(seconds: number): string {
  const counts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const parts = counts.filter(([count]) => count > 0);
  const [only] = parts;
  if (parts.length === 1 && only?.[0] === 1) return `Every ${only[1]}, counted from the last run`;
  const texts = parts.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return `Every ${texts.join(' ')}, counted from the last run`;
}

/** A schedule as an English sentence without the full stop. */
export function describeCron(cron: ParsedCron): string {
  const text = cron.kind === 'every' ? describeEvery(cron.seconds) : describeFields(cron);
  return cron.timeZone === undefined || cron.kind === 'every' ? text : `${text}, ${cron.timeZone} time`;
}
