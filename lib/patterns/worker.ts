import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, type PatternOptions } from './identity';
import { type Patch } from './manifest/patch';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions } from './pod/ports';
import { createAutoscaler, type ReplicaOptions } from './scaling/create-autoscaler';
import { createDisruptionBudget, type DisruptionBudgetOptions } from './scaling/create-disruption-budget';
import { createDeployment, type DeploymentOptions } from './workload/create-deployment';
import { type PodGroup } from './workload/pod-group';

/** Changes to the objects of a {@link Worker}. */
export interface WorkerPatch {
  readonly deployment?: Patch<k8s.KubeDeploymentProps>;
  readonly autoscaler?: Patch<k8s.KubeHorizontalPodAutoscalerV2Props>;
  readonly disruptionBudget?: Patch<k8s.KubePodDisruptionBudgetProps>;
  readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
}

interface WorkerOptions<P extends string> extends PatternOptions, DeploymentOptions<P> {
  readonly disruptionBudget?: DisruptionBudgetOptions;
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: WorkerPatch;
}

/** The options of a {@link Worker}. */
export type WorkerProps<P extends string> = WorkerOptions<P> & ReplicaOptions;

/**
 * Pods that nobody calls by a Service of their own: a Deployment, and on request a
 * HorizontalPodAutoscaler, a PodDisruptionBudget, a NetworkPolicy and a ServiceAccount. A
 * {@link SharedService} can serve its ports together with those of others.
 *
 * @remarks For pods that take their work from a queue, a stream or a clock of their own. If others call
 * them by a name, take {@link WebService}; if they end, {@link BatchJob} or {@link ScheduledJob}.
 *
 * @example
 * ```ts
 * new Worker(chart, 'mailer', {
 *   image: 'ghcr.io/acme/mailer:2.3.0',
 *   replicas: 2,
 *   strategy: 'Recreate',
 *   terminationGracePeriodSeconds: 60,
 * });
 * ```
 */
export class Worker<P extends string = never> extends Construct implements PodGroup<P> {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The Deployment. */
  readonly deployment: ApiObject;
  /** The HorizontalPodAutoscaler, if asked for. */
  readonly autoscaler: ApiObject | undefined;
  /** The PodDisruptionBudget, if asked for. */
  readonly disruptionBudget: ApiObject | undefined;
  /** The NetworkPolicy, if asked for. */
  readonly networkPolicy: ApiObject | undefined;

  /** @throws PropertyError if options contradict each other */
  constructor(scope: Construct, id: string, props: WorkerProps<P>) {
    super(scope, id);
    const { patch = {}, replicas, autoscale } = props;
    const identity = identify(this, props);
    const { object, template } = createDeployment(identity, {
      options: props,
      replicas,
      patch: patch.deployment,
    });
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = template.selectorLabels;
    this.podLabels = template.podLabels;
    this.ports = template.ports;
    this.deployment = object;
    this.autoscaler = autoscale && createAutoscaler(identity, object, autoscale, { patch: patch.autoscaler });
    this.disruptionBudget =
      props.disruptionBudget &&
      createDisruptionBudget(identity, this.selectorLabels, props.disruptionBudget, patch.disruptionBudget);
    this.networkPolicy =
      props.networkPolicy && createNetworkPolicy(identity, this, props.networkPolicy, patch.networkPolicy);
  }
}
