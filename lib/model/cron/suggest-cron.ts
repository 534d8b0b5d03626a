import { goFields, goTrimSpace } from '../go/strings';
import { type CronErrorDetails, type CronErrorReason, type CronSuggestion } from './cron-error';
import { CRON_FIELDS, type CronFieldBounds } from './cron-field';

/** Full and shortened English names by the first three letters, which are what the parser knows. */
function shortName(text: string, bounds: CronFieldBounds): string | undefined {
  if (!/^[a-z]{4,}$/i.test(text)) return undefined;
  return bounds.names.find((name) => text.toLowerCase().startsWith(name));
}

function forFieldCount(words: readonly string[]): CronSuggestion[] {
  const drop = (text: string, from: number, to: number): CronSuggestion => ({
    text,
    schedule: words.slice(from, to).join(' '),
  });
  switch (words.length) {
    case 4:
      return [{ text: 'add a fifth field, the day of the week', schedule: [...words, '*'].join(' ') }];
    case 6:
      // Seconds come first in Quartz and Spring, and a sixth field of four digits is a year.
      return /^(\*|[0-9]{4})$/.test(words[5] ?? '') && !/^[0-9]+$/.test(words[4] ?? '*')
        ? [drop('drop the seconds field', 1, 6), drop('drop the year field', 0, 5)]
        : /^[0-9]{4}/.test(words[5] ?? '')
          ? [drop('drop the year field', 0, 5)]
          : [drop('drop the seconds field', 1, 6)];
    case 7:
      return [drop('drop the seconds field and the year field', 1, 6)];
    default:
      return [];
  }
}

/** The item of a field's list with the mended text in its place. */
function inField(words: readonly string[], at: number, bad: string, good: string): string {
  const items = (words[at] ?? '').split(',').map((item) => {
    const tokens = item.split(/([-/])/);
    return item === bad ? good : tokens.map((token) => (token === bad ? good : token)).join('');
  });
  return words.map((word, index) => (index === at ? items.join(',') : word)).join(' ');
}

type Mender = (text: string, bounds: CronFieldBounds) => readonly [why: string, good: string] | undefined;

const MENDERS: Partial<Record<CronErrorReason, Mender>> = {
  'not-a-number': (text, bounds) => {
    const name = shortName(text, bounds);
    return name === undefined ? undefined : [`the name is '${name}'`, name];
  },
  'above-maximum': (text, { name }) => {
    if (name === 'day of week' && text === '7') return ['Sunday is 0', '0'];
    const toSunday = /^([1-6]|[a-z]{3})-7$/i.exec(text)?.[1];
    if (name === 'day of week' && toSunday !== undefined) return ['Sunday is 0', `${toSunday}-6,0`];
    if (name === 'hour' && text === '24') return ['midnight is hour 0', '0'];
    if (name === 'minute' && text === '60') return ['the full hour is minute 0', '0'];
    return undefined;
  },
  'below-minimum': (text, { name }) =>
    text === '0'
      ? [`write '*' for every ${name}`, '*']
      : [`the first ${name} is 1`, text.replace(/^0+/, '1')],
  'reversed-range': (text, { min, max }) => {
    const [low = '', high = ''] = text.split('-');
    return ['a range does not wrap around', `${low}-${max},${min}-${high}`];
  },
  'zero-step': (text) => ['the smallest step is 1', text.replace(/\/.*$/, '')],
};

function forField(words: readonly string[], details: CronErrorDetails): CronSuggestion[] {
  const at = CRON_FIELDS.findIndex((bounds) => bounds.name === details.field);
  const bounds = CRON_FIELDS[at];
  const mended = bounds && MENDERS[details.reason]?.(details.text, bounds);
  if (mended === undefined) return [];
  const [text, good] = mended;
  return [{ text, schedule: inField(words, at, details.text, good) }];
}

function forDuration(duration: string): CronSuggestion[] {
  const days = /^([0-9]{1,4})d(ays?)?$/.exec(duration.trim())?.[1];
  if (days !== undefined)
    return [{ text: 'there is no unit for days', schedule: `@every ${Number(days) * 24}h` }];
  const spaced = duration.replaceAll(/\s+/g, '').toLowerCase();
  if (spaced !== duration)
    return [{ text: 'write the duration in lower case, without blanks', schedule: `@every ${spaced}` }];
  if (/^[0-9]+$/.test(duration)) return [{ text: 'name the unit', schedule: `@every ${duration}s` }];
  return [];
}

function candidates(schedule: string, details: CronErrorDetails): CronSuggestion[] {
  const trimmed = goTrimSpace(schedule);
  if (trimmed !== schedule && trimmed.startsWith('@')) {
    return [{ text: 'remove the blanks around it', schedule: trimmed.toLowerCase() }];
  }
  if (details.reason === 'bad-time-zone') {
    return [{ text: 'set the time zone beside the schedule', schedule: trimmed.replace(/^\S*\s+/, '') }];
  }
  const words = goFields(trimmed);
  if (details.reason === 'field-count') return forFieldCount(words);
  if (details.reason === 'bad-duration') return forDuration(details.text);
  if (details.reason === 'unknown-descriptor') {
    return [{ text: 'a descriptor is one word in lower case', schedule: trimmed.toLowerCase() }];
  }
  return forField(words, details);
}

/**
 * How a schedule that does not parse might have been meant. Only what parses is suggested.
 *
 * @param parses - Whether a schedule parses.
 */
export function suggestCron(
  schedule: string,
  details: CronErrorDetails,
  parses: (schedule: string) => boolean,
): CronSuggestion | undefined {
  return candidates(schedule, details).find((candidate) => parses(candidate.schedule));
}
