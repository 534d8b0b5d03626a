import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { type CronLiteral } from '../model/cron-literal';
import { parseCron } from '../model/cron/parse-cron';
import { cronScheduleErrors } from '../model/cron/cron-schedule-errors';
import { similarTimeZone, timeZoneErrors } from '../model/cron/time-zone-errors';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { buildJob, type JobOptions } from './job/job-options';
import { wireCount, wireSeconds } from './manifest/count';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';
import { readProperty } from './manifest/read-property';
import { WIDEST_RULES } from './manifest/refuse-name';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions } from './pod/ports';
import { PropertyError } from './property-error';
import { type PodGroup } from './workload/pod-group';
import { templateMetadata } from './workload/pod-template';

/** The options of a {@link ScheduledJob}. */
export interface ScheduledJobProps<S extends string, P extends string> extends PatternOptions, JobOptions<P> {
  /**
   * When it starts: minute, hour, day of month, month, day of week, e.g. `30 3 * * *`, or `@daily` and its
   * like. There is no seconds field.
   */
  readonly schedule: CronLiteral<S>;
  /** A time zone of the IANA database, e.g. `Europe/Berlin`. @defaultValue that of the control plane */
  readonly timeZone?: string;
  /** What to do while the last Job still runs. @defaultValue `Allow`, by the API server */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** Seconds by which a start may be late. @defaultValue no limit */
  readonly startingDeadlineSeconds?: number;
  /** Jobs that succeeded and are kept. @defaultValue 3, by the API server */
  readonly successfulJobsHistoryLimit?: number;
  /** Jobs that failed and are kept. @defaultValue 1, by the API server */
  readonly failedJobsHistoryLimit?: number;
  /** Stops further starts; here it means the schedule, not the Jobs. */
  readonly suspend?: boolean;
  /** What traffic its pods may have. */
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: {
    readonly cronJob?: Patch<k8s.KubeCronJobProps>;
    readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
  };
}

/**
 * Work that is done again and again: a CronJob.
 *
 * @remarks For work by the clock: backups, reports, clean-ups. Say `timeZone` where the hour matters, and
 * `concurrencyPolicy: 'Forbid'` where two runs would disturb each other. For work that is done once, see
 * {@link BatchJob}.
 *
 * @example
 * ```ts
 * new ScheduledJob(chart, 'backup', {
 *   image: 'ghcr.io/acme/backup:3.1.0',
 *   schedule: '30 3 * * *',
 *   timeZone: 'Europe/Berlin',
 *   concurrencyPolicy: 'Forbid',
 *   startingDeadlineSeconds: 600,
 * });
 * ```
 */
export class ScheduledJob<const S extends string = string, P extends string = never>
  extends Construct
  implements PodGroup<P>
{
  /** Name of the CronJob. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The CronJob. */
  readonly cronJob: ApiObject;
  readonly networkPolicy: ApiObject | undefined;

  /** @throws PropertyError if options contradict each other, or the schedule is none */
  constructor(scope: Construct, id: string, props: ScheduledJobProps<S, P>) {
    super(scope, id);
    const { suspend, ...job } = props;
    refuseSchedule(this, props.schedule, props.timeZone);
    const identity = identify(this, props);
    const { spec, template } = buildJob<P>(identity, job);
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = template.selectorLabels;
    this.podLabels = template.podLabels;
    this.ports = template.ports;
    this.cronJob = createObject(
      this,
      'cron-job',
      {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: objectMetadata(identity),
        spec: {
          schedule: props.schedule,
          timeZone: props.timeZone,
          concurrencyPolicy: props.concurrencyPolicy,
          startingDeadlineSeconds: wireSeconds(
            this,
            'startingDeadlineSeconds',
            props.startingDeadlineSeconds,
          ),
          successfulJobsHistoryLimit: wireCount(
            this,
            'successfulJobsHistoryLimit',
            props.successfulJobsHistoryLimit,
          ),
          failedJobsHistoryLimit: wireCount(this, 'failedJobsHistoryLimit', props.failedJobsHistoryLimit),
          suspend,
          jobTemplate: { metadata: templateMetadata(identity.labels), spec },
        },
      },
      { patch: props.patch?.cronJob },
    );
    this.networkPolicy =
      props.networkPolicy &&
      createNetworkPolicy(identity, this, props.networkPolicy, props.patch?.networkPolicy);
  }
}

function refuseSchedule(construct: Construct, schedule: string, timeZone: string | undefined): void {
  readProperty(construct, 'schedule', () => parseCron(schedule));
  const [error] = cronScheduleErrors(schedule, WIDEST_RULES, timeZone);
  if (error !== undefined) throw new PropertyError(construct, 'schedule', `is '${schedule}': ${error}`);
  if (timeZone === undefined) return;
  const [zoneError] = timeZoneErrors(timeZone);
  if (zoneError === undefined) return;
  const similar = similarTimeZone(timeZone);
  throw new PropertyError(
    construct,
    'timeZone',
    `is '${timeZone}': ${zoneError}`,
    similar === undefined ? "write a name of the IANA database, e.g. 'Europe/Berlin'" : `write '${similar}'`,
  );
}
