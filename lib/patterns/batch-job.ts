import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { buildJob, type JobOptions } from './job/job-options';
import { contentHash } from './manifest/content-hash';
import { createObject } from './manifest/create-object';
import { type Patch, patchedFields } from './manifest/patch';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions } from './pod/ports';
import { type PodGroup } from './workload/pod-group';

/** The options of a {@link BatchJob}. */
export interface BatchJobProps<P extends string> extends PatternOptions, JobOptions<P> {
  /**
   * Ends the name with a hash of the spec. The pod template of a Job cannot be changed: so each change
   * makes a new Job, and an apply never fails on the old one. @defaultValue false
   */
  readonly nameByContent?: boolean;
  /** What traffic its pods may have. */
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: {
    readonly job?: Patch<k8s.KubeJobProps>;
    readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
  };
}

/**
 * Work that is done once: a Job.
 *
 * @remarks For work that ends: a migration, an import, a computation in many parts. Take `nameByContent` if
 * the Job is applied again and again from a repository, since the API server refuses a changed pod template
 * under the old name. For work that comes back, see {@link ScheduledJob}.
 *
 * @example
 * ```ts
 * new BatchJob(chart, 'migrate', {
 *   image: 'ghcr.io/acme/shop:1.4.2',
 *   command: ['npm', 'run', 'migrate'],
 *   completions: 10,
 *   parallelism: 2,
 *   ttlSecondsAfterFinished: 3600,
 * });
 * ```
 */
export class BatchJob<P extends string = never> extends Construct implements PodGroup<P> {
  /** Name of the Job, with the hash if it has one. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The Job. */
  readonly job: ApiObject;
  readonly networkPolicy: ApiObject | undefined;

  /** @throws PropertyError if options contradict each other */
  constructor(scope: Construct, id: string, props: BatchJobProps<P>) {
    super(scope, id);
    const identity = identify(this, props);
    const { spec, template } = buildJob<P>(identity, props);
    this.namespace = identity.namespace;
    this.selectorLabels = template.selectorLabels;
    this.podLabels = template.podLabels;
    this.ports = template.ports;
    this.name =
      props.nameByContent === true
        ? `${identity.name}-${contentHash(patchedFields(['spec'], { spec }, props.patch?.job).spec)}`
        : identity.name;
    this.job = createObject(
      this,
      'job',
      { apiVersion: 'batch/v1', kind: 'Job', metadata: objectMetadata(identity, { name: this.name }), spec },
      { patch: props.patch?.job },
    );
    this.networkPolicy =
      props.networkPolicy &&
      createNetworkPolicy(identity, this, props.networkPolicy, props.patch?.networkPolicy);
  }
}
