import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { LabelIndex, type LabelRequirement } from '../model/label-index';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { wireCount } from './manifest/count';
import { createObject } from './manifest/create-object';
import { refuseLabels, refuseQualifiedName } from './manifest/refuse-text';
import { type Patch } from './manifest/patch';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions } from './pod/ports';
import { PropertyError } from './property-error';
import { createAutoscaler, type ReplicaOptions } from './scaling/create-autoscaler';
import { createDisruptionBudget, type DisruptionBudgetOptions } from './scaling/create-disruption-budget';
import { type PodGroup } from './workload/pod-group';
import { buildPodTemplate, type PodTemplateOptions, refuseClaimTemplates } from './workload/pod-template';

interface ReplicaGroupOptions<P extends string> extends PatternOptions, PodTemplateOptions<P> {
  /** What controls the pods. @defaultValue `ReplicaSet` */
  readonly kind?: 'ReplicaSet' | 'ReplicationController';
  /** Labels that select the pods; they get them too. @defaultValue `app.kubernetes.io/name: <name>` */
  readonly selector?: Readonly<Record<string, string>>;
  /**
   * Further requirements of the selector, which the labels of the pods have to meet. Not for a
   * ReplicationController.
   */
  readonly matchExpressions?: readonly LabelRequirement[];
  /** Seconds that a new pod has to be ready before it counts as available. @defaultValue 0 */
  readonly minReadySeconds?: number;
  readonly disruptionBudget?: DisruptionBudgetOptions;
  /** What traffic its pods may have. */
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: {
    readonly replicaSet?: Patch<k8s.KubeReplicaSetProps>;
    readonly replicationController?: Patch<k8s.KubeReplicationControllerProps>;
    readonly autoscaler?: Patch<k8s.KubeHorizontalPodAutoscalerV2Props>;
    readonly disruptionBudget?: Patch<k8s.KubePodDisruptionBudgetProps>;
    readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
  };
}

/** The options of a {@link ReplicaGroup}. */
export type ReplicaGroupProps<P extends string> = ReplicaGroupOptions<P> & ReplicaOptions;

/**
 * A number of equal pods that no rollout touches: a ReplicaSet, or on request a ReplicationController. A
 * change of the pods shows only in those made after it; {@link Worker} and {@link WebService} roll out.
 *
 * @remarks For pods that somebody else rolls out, such as an operator, or for a controller that exists and
 * is to be kept as it is. For an application of your own, {@link WebService} and {@link Worker} make a
 * Deployment, which replaces pods when they change.
 *
 * @example
 * ```ts
 * new ReplicaGroup(chart, 'cache', { image: 'memcached:1.6', replicas: 3, ports: { memcache: 11211 } });
 * ```
 */
export class ReplicaGroup<P extends string = never> extends Construct implements PodGroup<P> {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The ReplicaSet or ReplicationController. */
  readonly controller: ApiObject;
  /** The HorizontalPodAutoscaler, if asked for. */
  readonly autoscaler: ApiObject | undefined;
  /** The PodDisruptionBudget, if asked for. */
  readonly disruptionBudget: ApiObject | undefined;
  readonly networkPolicy: ApiObject | undefined;

  /** @throws PropertyError if options contradict each other */
  constructor(scope: Construct, id: string, props: ReplicaGroupProps<P>) {
    super(scope, id);
    const { kind = 'ReplicaSet', patch = {}, autoscale, matchExpressions } = props;
    const identity = identify(this, props);
    const template = buildPodTemplate(identity, props, { selectorLabels: props.selector });
    refuseClaimTemplates(identity, template);
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = template.selectorLabels;
    this.podLabels = template.podLabels;
    this.ports = template.ports;
    const metadata = objectMetadata(identity);
    const minReadySeconds = wireCount(this, 'minReadySeconds', props.minReadySeconds);
    const replicas = wireCount(this, 'replicas', props.replicas);
    if (kind === 'ReplicationController') {
      if (matchExpressions !== undefined) {
        throw new PropertyError(
          this,
          'matchExpressions',
          'are unknown to a ReplicationController',
          'use a ReplicaSet, or plain labels in `selector`',
        );
      }
      this.controller = createObject(
        this,
        'replication-controller',
        {
          apiVersion: 'v1',
          kind,
          metadata,
          spec: { replicas, minReadySeconds, selector: this.selectorLabels, template: template.manifest },
        },
        { patch: patch.replicationController },
      );
    } else {
      this.#refuseUnmet(matchExpressions ?? []);
      this.controller = createObject(
        this,
        'replica-set',
        {
          apiVersion: 'apps/v1',
          kind,
          metadata,
          spec: {
            replicas,
            minReadySeconds,
            selector: { matchLabels: this.selectorLabels, matchExpressions },
            template: template.manifest,
          },
        },
        { patch: patch.replicaSet },
      );
    }
    this.autoscaler =
      autoscale && createAutoscaler(identity, this.controller, autoscale, { patch: patch.autoscaler });
    this.disruptionBudget =
      props.disruptionBudget &&
      createDisruptionBudget(identity, this.selectorLabels, props.disruptionBudget, patch.disruptionBudget);
    this.networkPolicy =
      props.networkPolicy &&
      createNetworkPolicy(identity, this, props.networkPolicy, props.patch?.networkPolicy);
  }

  /** The API server refuses a selector that does not select the controller's own pods. */
  #refuseUnmet(requirements: readonly LabelRequirement[]): void {
    for (const { key, operator, values = [] } of requirements) {
      refuseQualifiedName(this, 'matchExpressions', key);
      for (const value of values) refuseLabels(this, 'matchExpressions', { [key]: value });
      const listed = operator === 'In' || operator === 'NotIn';
      if (listed === values.length > 0) continue;
      throw new PropertyError(
        this,
        'matchExpressions',
        `have '${key} ${operator}' ${listed ? 'without values' : 'with values'}`,
        listed ? 'name at least one' : 'leave `values` out',
      );
    }
    const own = new LabelIndex([this.podLabels], (labels) => labels);
    const unmet = requirements.find((requirement) => own.matching([requirement]).length === 0);
    if (unmet === undefined) return;
    const { key, operator, values } = unmet;
    throw new PropertyError(
      this,
      'matchExpressions',
      `ask for '${[key, operator, ...(values ?? [])].join(' ')}', which the pods do not meet`,
      'give them the label, or change the expression',
    );
  }
}
