import { cronScheduleErrors } from '../../../model/cron/cron-schedule-errors';
import { similarTimeZone, timeZoneErrors } from '../../../model/cron/time-zone-errors';
import { validateNonnegative } from '../meta/validate-nonnegative';
import { type ObjectView } from '../object-view';
import { jobSpecView } from './job-spec-view';
import { validateJobSpec } from './validate-job-spec';

const CONCURRENCY = ['Allow', 'Forbid', 'Replace'];

/** ValidateCronJobCreate in pkg/apis/batch/validation/validation.go, after SetDefaults_CronJob. */
export function validateCronJob(cronJob: ObjectView): void {
  const spec = cronJob.struct('spec');
  validateSchedule(spec.in('cron-schedule'));
  validateNonnegative(
    spec,
    'startingDeadlineSeconds',
    'successfulJobsHistoryLimit',
    'failedJobsHistoryLimit',
  );
  const zone = spec.optionalText('timeZone');
  if (zone !== undefined) {
    const similar = similarTimeZone(zone);
    spec.allInvalid('timeZone', timeZoneErrors(zone), {
      help: similar === undefined || similar === zone ? [] : `did you mean \`${similar}\`?`,
    });
  }
  const concurrency = spec.text('concurrencyPolicy');
  if (concurrency !== '' && !CONCURRENCY.includes(concurrency)) {
    spec.notSupported('concurrencyPolicy', CONCURRENCY);
  }
  const job = jobSpecView(spec.struct('jobTemplate').struct('spec').in('job'), 'template');
  validateJobSpec(job, 'template');
  validateTemplateSelector(job);
}

function validateSchedule(spec: ObjectView): void {
  const schedule = spec.text('schedule');
  if (schedule === '') spec.required('schedule');
  else {
    const { version } = spec.validation;
    spec.allInvalid('schedule', cronScheduleErrors(schedule, version, spec.optionalText('timeZone')));
  }
}

/** ValidateJobTemplateSpec: the selector of the Jobs that are made is always made too. */
function validateTemplateSelector(job: ObjectView): void {
  if (job.has('selector')) {
    job.invalid('selector', '`selector` will be auto-generated', { help: 'remove `selector`' });
  }
  if (job.flag('manualSelector')) {
    job.notSupported('manualSelector', ['nil', 'false'], { help: 'remove `manualSelector`' });
  }
}
