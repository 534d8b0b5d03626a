import { type CronFieldName } from './cron-field';

/** Why a schedule does not parse. */
export type CronErrorReason =
  | 'empty'
  | 'field-count'
  | 'not-a-number'
  | 'negative-number'
  | 'too-many-hyphens'
  | 'too-many-slashes'
  | 'below-minimum'
  | 'above-maximum'
  | 'reversed-range'
  | 'zero-step'
  | 'unknown-descriptor'
  | 'bad-duration'
  | 'bad-time-zone';

/** How a schedule may be mended. */
export interface CronSuggestion {
  /** What to do, in words: `drop the seconds field`. */
  readonly text: string;
  /** The whole schedule to write instead. It parses. */
  readonly schedule: string;
}

/** What is known of a parse failure. */
export interface CronErrorDetails {
  readonly reason: CronErrorReason;
  /** The field that is wrong; absent when the schedule as a whole is. */
  readonly field?: CronFieldName;
  /** The part of the schedule that is wrong, as written. */
  readonly text: string;
  /** The message of the API server, which is that of robfig/cron. */
  readonly serverMessage: string;
}

/** A schedule that the API server refuses. */
export class CronError extends Error {
  override readonly name = 'CronError';
  readonly reason: CronErrorReason;
  readonly field: CronFieldName | undefined;
  readonly text: string;
  /** What follows `spec.schedule: Invalid value: "...": ` in the server's answer. */
  readonly serverMessage: string;

  constructor(
    /** The schedule as it was given. */
    readonly schedule: string,
    details: CronErrorDetails,
    readonly suggestion?: CronSuggestion,
  ) {
    const where = details.field === undefined ? '' : `${details.field}: `;
    const help = suggestion === undefined ? '' : `; ${suggestion.text}: '${suggestion.schedule}'`;
    super(`'${schedule}' is not a schedule: ${where}${details.serverMessage}${help}`);
    this.reason = details.reason;
    this.field = details.field;
    this.text = details.text;
    this.serverMessage = details.serverMessage;
  }
}
