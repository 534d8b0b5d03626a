import { TIME_ZONE_NAMES } from './time-zone-names';

const PART = /^[A-Za-z.\-_0-9+]{1,14}$/;

/**
 * What Go's `time.LoadLocation` says of a name, and undefined where it loads. The empty name is UTC.
 */
export function locationError(name: string): string | undefined {
  if (name === '' || name === 'UTC' || name === 'Local') return undefined;
  if (name.includes('..') || name.startsWith('/') || name.startsWith('\\'))
    return 'time: invalid location name';
  return TIME_ZONE_NAMES.has(name) ? undefined : `unknown time zone ${name}`;
}

/**
 * What the API server answers to `spec.timeZone` of a CronJob; empty when it takes it
 * (validateTimeZone in pkg/apis/batch/validation). `Local` is refused in any case.
 */
export function timeZoneErrors(timeZone: string): string[] {
  if (timeZone === '') return ['timeZone must be nil or non-empty string'];
  for (const part of timeZone.split('/')) {
    if (part === '.' || part === '..' || part.startsWith('-') || !PART.test(part)) {
      return [`unknown time zone ${timeZone}`];
    }
  }
  const errors: string[] = [];
  if (timeZone.toLowerCase() === 'local') {
    errors.push('timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones');
  }
  const unknown = locationError(timeZone);
  return unknown === undefined ? errors : [...errors, unknown];
}

/** The time zone that was meant, when `name` is one but for case or blanks. */
export function similarTimeZone(name: string): string | undefined {
  const wanted = name.trim().replaceAll(' ', '_').toLowerCase();
  for (const known of TIME_ZONE_NAMES) if (known.toLowerCase() === wanted) return known;
  return undefined;
}
