/** The fields of a schedule, by the names that messages use. */
export type CronFieldName = 'minute' | 'hour' | 'day of month' | 'month' | 'day of week';

/** What one field of a schedule was parsed to. */
export interface CronField {
  /** The values that match, ascending. Empty when the field is only commas, which parses. */
  readonly values: readonly number[];
  /**
   * Whether the field counts as unrestricted when the two day fields are combined: it holds `*` or
   * `?` with a step of at most 1. `1-31` matches every day and still does not.
   */
  readonly star: boolean;
}

/** The values that a field may hold. */
export interface CronFieldBounds {
  readonly name: CronFieldName;
  readonly min: number;
  readonly max: number;
  /** Names that stand for values, in lower case; the first stands for {@link CronFieldBounds.min}. */
  readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The five fields in their order (robfig/cron v3.0.1, spec.go). Sunday is 0 and only 0. */
export const CRON_FIELDS: readonly CronFieldBounds[] = Object.freeze([
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  { name: 'day of week', min: 0, max: 6, names: WEEKDAYS },
]);
