import { compareKubernetesVersions, type KubernetesVersion } from '../kubernetes-version';
import { CronError } from './cron-error';
import { parseCron } from './parse-cron';

/**
 * What the API server answers to `spec.schedule` of a new CronJob; empty when it takes it
 * (validateCronJobSpec and validateScheduleFormat in pkg/apis/batch/validation).
 *
 * Since 1.29 it refuses a schedule with `TZ` anywhere in it; before that only beside `spec.timeZone`.
 *
 * @param timeZone - `spec.timeZone` of the same CronJob, which is checked by `timeZoneErrors`.
 */
export function cronScheduleErrors(
  schedule: string,
  version: KubernetesVersion,
  timeZone?: string,
): string[] {
  if (schedule === '') return ['Required value'];
  const errors: string[] = [];
  try {
    parseCron(schedule);
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
    errors.push(error.serverMessage);
  }
  if (schedule.includes('TZ')) {
    if (compareKubernetesVersions(version, '1.29') >= 0)
      errors.push('cannot use TZ or CRON_TZ in schedule, use timeZone field instead');
    else if (timeZone !== undefined)
      errors.push('cannot use both timeZone field and TZ or CRON_TZ in schedule');
  }
  return errors;
}
