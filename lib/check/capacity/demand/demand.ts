import { type ObjectEntry } from '../../../model/object-entry';
import { type PodTemplate } from '../../../model/pod-template';
import { type PodResources } from '../limit-range/pod-resources';
import { type Subject } from '../quota/scopes';
import { type ResourceList } from '../resource-list';

/** How many there are of something. */
export interface Counts {
  /** While nothing changes: what controllers keep, and what is there once it is applied. */
  readonly steady: number;
  /** While all that can roll out does, and every Job runs. */
  readonly peak: number;
  /** With every autoscaler at its maximum. */
  readonly autoscaled: number;
}

/** What a namespace has to hold of one kind: pods of a workload, claims, objects. All are charged alike. */
export interface Demand {
  /** What it comes of; undefined for what every namespace has. */
  readonly entry: ObjectEntry | undefined;
  /** What it is: ``Deployment `team-a/api` ``. */
  readonly title: string;
  readonly subject: Subject;
  /** What a quota is charged for one, by the names that quotas use. */
  readonly each: ResourceList;
  readonly counts: Counts;
  /** JSON pointer of what says how much one needs. */
  readonly pointer: string;
  /** Where they are pods. */
  readonly pods?: PodsOfWorkload;
}

/** The pods of a workload. */
export interface PodsOfWorkload {
  readonly template: PodTemplate;
  readonly resources: PodResources;
  readonly numbers: PodNumbers;
}

/** How many pods a workload has, and when. */
export interface PodNumbers extends Counts {
  /** `run` ends by itself: the pods of Jobs and CronJobs, which are there at the peak only. */
  readonly kind: 'kept' | 'run';
  /** Pods beyond the steady ones while it rolls out. */
  readonly surge: number;
  /** Pods that may be missing while it rolls out. */
  readonly maxUnavailable: number;
  /** The autoscaler that sets the number. */
  readonly autoscaler?: ObjectEntry;
  /** Whether there is one a node, and nobody knows how many nodes there are: the counts are zero then. */
  readonly isPerNode?: true;
}
