import { similarTimeZone } from './time-zone-errors';
import { TIME_ZONE_NAMES } from './time-zone-names';

/** Seconds to add to UTC to get local time, at a time given in seconds since 1970 UTC. */
export type ZoneOffset = (unix: number) => number;

const HOUR = 3600;

function direct(timeZone: string): ZoneOffset {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (unix) => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of format.formatToParts(unix * 1000)) part[type] = value;
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
    local.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
    return local.getTime() / 1000 - unix;
  };
}

/** No zone changes its offset and changes it back within the hour, so equal ends mean one offset. */
function byHour(offsetAt: ZoneOffset): ZoneOffset {
  const atHour = new Map<number, number>();
  const edge = (hour: number): number => {
    let offset = atHour.get(hour);
    if (offset === undefined) {
      if (atHour.size > 20_000) atHour.clear();
      offset = offsetAt(hour * HOUR);
      atHour.set(hour, offset);
    }
    return offset;
  };
  return (unix) => {
    const hour = Math.floor(unix / HOUR);
    const before = edge(hour);
    return before === edge(hour + 1) ? before : offsetAt(unix);
  };
}

const cache = new Map<string, ZoneOffset>([['UTC', () => 0]]);

/**
 * The offsets of a time zone from UTC.
 *
 * @throws RangeError when the time zone database has no such zone; names are case-sensitive, as
 * they are to the API server.
 */
export function zoneOffset(timeZone: string): ZoneOffset {
  const known = cache.get(timeZone);
  if (known !== undefined) return known;
  if (!TIME_ZONE_NAMES.has(timeZone)) {
    const similar = similarTimeZone(timeZone);
    const help =
      similar === undefined
        ? "name one of the time zone database, such as 'Europe/Berlin'"
        : `write '${similar}'`;
    throw new RangeError(`timeZone: '${timeZone}' is no time zone; ${help}`);
  }
  // "Factory" is UTC under another name, and the one zone that ICU leaves out.
  const offset = byHour(direct(timeZone === 'Factory' ? 'UTC' : timeZone));
  cache.set(timeZone, offset);
  return offset;
}
