import { type Construct } from 'constructs';
import { BatchJob, ScheduledJob, Tenant } from 'kubewright';

const SAY_HELLO = {
  image: 'busybox:1.36',
  command: ['/bin/echo'],
  args: ['Hello Job'],
  podSecurityContext: { runAsUser: 65534 },
};

/** Work that is done once, ten times, two at a time, and every day. */
export class Batch extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'batch', { limits: { container: { defaultRequest: { cpu: '50m', memory: '32Mi' } } } });

    new BatchJob(this, 'once', { ...SAY_HELLO, ttlSecondsAfterFinished: 3600 });
    new BatchJob(this, 'ten-times', { ...SAY_HELLO, completions: 10 });
    new BatchJob(this, 'two-at-a-time', { ...SAY_HELLO, completions: 10, parallelism: 2 });
    new BatchJob(this, 'by-index', {
      ...SAY_HELLO,
      restartPolicy: 'Never',
      completions: 10,
      parallelism: 5,
      indexed: true,
      backoffLimitPerIndex: 1,
      nameByContent: true,
    });

    new ScheduledJob(this, 'every-minute', { ...SAY_HELLO, schedule: '* * * * *' });
    new ScheduledJob(this, 'nightly', {
      ...SAY_HELLO,
      schedule: '30 3 * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
      activeDeadlineSeconds: 3600,
    });
  }
}
