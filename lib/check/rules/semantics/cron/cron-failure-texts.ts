import { CronSchedule } from '../../../../model/cron';
import { type CronError, type CronSuggestion } from '../../../../model/cron/cron-error';
import { CRON_FIELDS } from '../../../../model/cron/cron-field';
import { goFields } from '../../../../model/go/strings';

/** How a refused schedule is told of. */
export interface CronFailureTexts {
  /** After "has": "a schedule of six fields". */
  readonly what: string;
  readonly notes: readonly string[];
  readonly help: readonly string[];
}

/** Tells people of a schedule that does not parse. */
export function cronFailureTexts(error: CronError): CronFailureTexts {
  return {
    what: what(error),
    notes: notes(error),
    help: error.suggestion ? [help(error, error.suggestion)] : [],
  };
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function what(error: CronError): string {
  switch (error.reason) {
    case 'empty':
      return 'an empty schedule';
    case 'field-count': {
      const count = goFields(error.schedule).length;
      return `a schedule of ${NUMBERS[count] ?? count} field${count === 1 ? '' : 's'}`;
    }
    case 'unknown-descriptor':
      return `the unknown schedule \`${error.text}\``;
    case 'bad-duration':
      return 'a schedule with a wrong duration';
    case 'bad-time-zone':
      return 'a schedule with a wrong time zone';
    case 'not-a-number':
    case 'negative-number':
    case 'too-many-hyphens':
    case 'too-many-slashes':
    case 'below-minimum':
    case 'above-maximum':
    case 'reversed-range':
    case 'zero-step':
      return `a schedule with the wrong ${error.field ?? 'field'} \`${error.text}\``;
  }
}

function notes({ reason, field, schedule }: CronError): readonly string[] {
  if (reason === 'field-count') {
    const none = goFields(schedule).length > CRON_FIELDS.length ? '; there is no seconds field' : '';
    return [`fields are minute, hour, day, month, weekday${none}`];
  }
  if (reason === 'unknown-descriptor') {
    return [
      'known are `@yearly`, `@annually`, `@monthly`, `@weekly`, `@daily`, `@midnight`, `@hourly` and `@every`',
    ];
  }
  const bounds = CRON_FIELDS.find(({ name }) => name === field);
  if (bounds === undefined) return [];
  const { min, max, names } = bounds;
  const byName = names.length === 0 ? '' : `, or ${names[0] ?? ''} to ${names.at(-1) ?? ''}`;
  return [`the ${bounds.name} is ${min} to ${max}${byName}`];
}

/** "for 03:30 daily, drop the leading `0`: '30 3 * * *'", or "Sunday is 0: write '0 0 * * 0'". */
function help({ schedule, reason }: CronError, suggestion: CronSuggestion): string {
  if (reason !== 'field-count') return `${suggestion.text}: write '${suggestion.schedule}'`;
  const words = goFields(schedule);
  const isTail = words.slice(1).join(' ') === suggestion.schedule;
  const how = isTail ? `drop the leading \`${words[0] ?? ''}\`` : suggestion.text;
  const meaning = CronSchedule.parse(suggestion.schedule).describe();
  const daily = /^At (\d\d:\d\d)$/.exec(meaning)?.[1];
  return `for ${daily === undefined ? `"${meaning}"` : `${daily} daily`}, ${how}: '${suggestion.schedule}'`;
}
