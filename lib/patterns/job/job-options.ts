import type { k8s } from 'cdk8s-plus-28';
import { type Identity } from '../identity';
import { wireCount, wireSeconds } from '../manifest/count';
import { type Wire } from '../manifest/wire';
import { PropertyError } from '../property-error';
import {
  buildPodTemplate,
  type PodTemplate,
  type PodTemplateOptions,
  refuseClaimTemplates,
} from '../workload/pod-template';

/** Pods that run to an end. */
export interface JobOptions<P extends string> extends PodTemplateOptions<P> {
  /** How many pods have to succeed. @defaultValue 1, by the API server */
  readonly completions?: number;
  /** How many pods run at once. @defaultValue 1, by the API server */
  readonly parallelism?: number;
  /** Gives each pod an index of its own, 0 to completions - 1, in `JOB_COMPLETION_INDEX`. */
  readonly indexed?: boolean;
  /** Failures until the Job has failed. @defaultValue 6, by the API server */
  readonly backoffLimit?: number;
  /** Failures of each index until that index has failed; needs `indexed` and `restartPolicy: 'Never'`. */
  readonly backoffLimitPerIndex?: number;
  /** Failed indexes until the Job has failed; needs `backoffLimitPerIndex`. */
  readonly maxFailedIndexes?: number;
  /** Seconds until the Job is stopped, pods and all. */
  readonly activeDeadlineSeconds?: number;
  /** Seconds until a finished Job is deleted. @defaultValue never */
  readonly ttlSecondsAfterFinished?: number;
  /** Whether a failed container is started again in its pod. @defaultValue `OnFailure` */
  readonly restartPolicy?: 'OnFailure' | 'Never';
  /** When a replacement pod is made. */
  readonly podReplacementPolicy?: 'TerminatingOrFailed' | 'Failed';
  /** What a failure means, by exit code or condition; needs `restartPolicy: 'Never'`. */
  readonly podFailurePolicy?: Wire<k8s.PodFailurePolicy>;
  /** Makes the Job without running it. */
  readonly suspend?: boolean;
}

/** A Job's `spec`, and the pods that it makes. */
export interface BuiltJob<P extends string> {
  readonly spec: Wire<k8s.JobSpec>;
  readonly template: PodTemplate<P>;
}

/**
 * Builds a Job and its pods.
 * @throws PropertyError if options contradict each other
 */
export function buildJob<P extends string>(identity: Identity, options: JobOptions<P>): BuiltJob<P> {
  const { restartPolicy = 'OnFailure' } = options;
  requireNever(identity, options, restartPolicy);
  requireOther(identity, options, 'backoffLimitPerIndex', 'indexed', 'indexed: true');
  requireOther(identity, options, 'maxFailedIndexes', 'backoffLimitPerIndex', 'backoffLimitPerIndex: 1');
  if (options.indexed === true && options.completions === undefined) {
    throw new PropertyError(
      identity.construct,
      'indexed',
      'needs the number of indexes',
      'set completions, e.g. completions: 10',
    );
  }
  if (options.podFailurePolicy !== undefined && options.podReplacementPolicy === 'TerminatingOrFailed') {
    throw new PropertyError(
      identity.construct,
      'podReplacementPolicy',
      "is 'TerminatingOrFailed', which does not go with podFailurePolicy",
      "leave it out, or write 'Failed'",
    );
  }
  const template = buildPodTemplate<P>(identity, options, { restartPolicy, selected: false });
  refuseClaimTemplates(identity, template);
  const spec: Wire<k8s.JobSpec> = {
    completions: wireCount(identity.construct, 'completions', options.completions),
    parallelism: wireCount(identity.construct, 'parallelism', options.parallelism),
    completionMode: options.indexed === true ? 'Indexed' : undefined,
    backoffLimit: wireCount(identity.construct, 'backoffLimit', options.backoffLimit),
    backoffLimitPerIndex: wireCount(identity.construct, 'backoffLimitPerIndex', options.backoffLimitPerIndex),
    maxFailedIndexes: wireCount(identity.construct, 'maxFailedIndexes', options.maxFailedIndexes),
    activeDeadlineSeconds: wireSeconds(
      identity.construct,
      'activeDeadlineSeconds',
      options.activeDeadlineSeconds,
    ),
    ttlSecondsAfterFinished: wireCount(
      identity.construct,
      'ttlSecondsAfterFinished',
      options.ttlSecondsAfterFinished,
    ),
    podReplacementPolicy: options.podReplacementPolicy,
    podFailurePolicy: options.podFailurePolicy,
    suspend: options.suspend,
    template: template.manifest,
  };
  return { spec, template };
}

/**
 * A failure policy is refused otherwise (k8s.io/kubernetes/pkg/apis/batch/validation, validateJobSpec). A limit for
 * each index is not, but counts failed pods alone, and then no pod fails: its container is restarted for ever.
 */
function requireNever(identity: Identity, options: JobOptions<string>, restartPolicy: string): void {
  for (const property of ['podFailurePolicy', 'backoffLimitPerIndex'] as const) {
    if (options[property] !== undefined && restartPolicy !== 'Never') {
      throw new PropertyError(
        identity.construct,
        property,
        `does not go with restartPolicy '${restartPolicy}'`,
        "set restartPolicy: 'Never'",
      );
    }
  }
}

/** @see k8s.io/kubernetes/pkg/apis/batch/validation, validateJobSpec */
function requireOther(
  identity: Identity,
  options: JobOptions<string>,
  property: 'backoffLimitPerIndex' | 'maxFailedIndexes',
  other: 'backoffLimitPerIndex' | 'indexed',
  example: string,
): void {
  if (options[property] === undefined || (options[other] ?? false) !== false) return;
  throw new PropertyError(identity.construct, property, `needs \`${other}\``, `set ${example}`);
}
