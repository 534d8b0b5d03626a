import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { type IntOrPercent } from '../model/int-or-string';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { isZero, wireCount, wirePart } from './manifest/count';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';
import { type Wire } from './manifest/wire';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions, withoutNodePorts } from './pod/ports';
import { claimSpec, type Volume } from './pod/volume';
import { PropertyError } from './property-error';
import { createAutoscaler, type ReplicaOptions } from './scaling/create-autoscaler';
import { createDisruptionBudget, type DisruptionBudgetOptions } from './scaling/create-disruption-budget';
import { createService } from './service/create-service';
import { findServicePort } from './service/find-service-port';
import { type ServiceOptions } from './service/service-options';
import { type ServicePort } from './service/service-port';
import { type PodGroup } from './workload/pod-group';
import { changeCauseAnnotation } from './workload/rollout-options';
import { buildPodTemplate, type PodTemplateOptions, templateMetadata } from './workload/pod-template';

/** Changes to the objects of a {@link StatefulService}. */
export interface StatefulServicePatch {
  readonly statefulSet?: Patch<k8s.KubeStatefulSetProps>;
  readonly service?: Patch<k8s.KubeServiceProps>;
  readonly clientService?: Patch<k8s.KubeServiceProps>;
  readonly autoscaler?: Patch<k8s.KubeHorizontalPodAutoscalerV2Props>;
  readonly disruptionBudget?: Patch<k8s.KubePodDisruptionBudgetProps>;
  readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
}

interface StatefulServiceOptions<P extends string> extends PatternOptions, PodTemplateOptions<P> {
  /** Labels that select the pods; they get them too. @defaultValue `app.kubernetes.io/name: <name>` */
  readonly selector?: Readonly<Record<string, string>>;
  /** How the headless Service is marked that gives each pod a name, `<pod>.<service>`. */
  readonly service?: Extract<ServiceOptions, { readonly type: 'Headless' }>;
  /** A second Service, `<name>-client` by default, that balances over the pods. */
  readonly clientService?: ServiceOptions;
  /** `Parallel` starts and stops all pods at once. @defaultValue `OrderedReady`, by the API server */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
  /** `OnDelete` waits until somebody deletes an old pod. @defaultValue a rolling update, by the API server */
  readonly update?:
    | 'OnDelete'
    | {
        /** So many pods, the first ones, keep the old version. */
        readonly partition?: number;
        /** Dropped by the API server unless the feature gate MaxUnavailableStatefulSet is open: by default it is from 1.37 on. */
        readonly maxUnavailable?: IntOrPercent;
      };
  /** What becomes of the claims. @defaultValue both `Retain`, by the API server */
  readonly claimRetention?: {
    readonly whenDeleted?: 'Retain' | 'Delete';
    readonly whenScaled?: 'Retain' | 'Delete';
  };
  /** Number of the first pod. @defaultValue 0 */
  readonly firstOrdinal?: number;
  /** Seconds that a new pod has to be ready before it counts as available. @defaultValue 0 */
  readonly minReadySeconds?: number;
  /** Old revisions that are kept to roll back to. @defaultValue 10, by the API server */
  readonly revisionHistoryLimit?: number;
  /** Why this version, as `kubectl rollout history` shows it. */
  readonly changeCause?: string;
  readonly disruptionBudget?: DisruptionBudgetOptions;
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: StatefulServicePatch;
}

/** The options of a {@link StatefulService}. */
export type StatefulServiceProps<P extends string> = StatefulServiceOptions<P> & ReplicaOptions;

/**
 * Pods that keep a name and volumes of their own: a StatefulSet, its headless Service, and a claim a pod
 * for every claim template that a container mounts.
 *
 * @remarks For databases, queues and all else whose pods are not interchangeable: each keeps its name, its
 * place in the order and its volumes. Pods that share nothing but a volume are a {@link WebService} or
 * {@link Worker} with a {@link VolumeClaim}.
 *
 * @example
 * ```ts
 * new StatefulService(chart, 'postgres', {
 *   image: 'postgres:16.4',
 *   replicas: 3,
 *   ports: { postgres: 5432 },
 *   podSecurityContext: { runAsUser: 999, fsGroup: 999 },
 *   mounts: { '/var/lib/postgresql/data': Volume.claimTemplate('data', { storage: '10Gi' }) },
 * });
 * ```
 */
export class StatefulService<P extends string = never> extends Construct implements PodGroup<P> {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The StatefulSet. */
  readonly statefulSet: ApiObject;
  /** The headless Service. */
  readonly service: ApiObject;
  /** The Service that balances over the pods, if asked for. */
  readonly clientService: ApiObject | undefined;
  /** The HorizontalPodAutoscaler, if asked for. */
  readonly autoscaler: ApiObject | undefined;
  /** The PodDisruptionBudget, if asked for. */
  readonly disruptionBudget: ApiObject | undefined;
  /** The NetworkPolicy, if asked for. */
  readonly networkPolicy: ApiObject | undefined;
  readonly #servicePorts: ReadonlyMap<string, ServicePort>;

  /** @throws PropertyError if options contradict each other */
  constructor(scope: Construct, id: string, props: StatefulServiceProps<P>) {
    super(scope, id);
    const { patch = {}, update, autoscale } = props;
    const identity = identify(this, props);
    const template = buildPodTemplate(identity, props, { selectorLabels: props.selector });
    const { selectorLabels, podLabels, ports } = template;
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = selectorLabels;
    this.podLabels = podLabels;
    this.ports = ports;
    const service = createService(identity, {
      selector: selectorLabels,
      ports: withoutNodePorts(ports),
      options: props.service ?? { type: 'Headless' },
      patch: patch.service,
    });
    const client =
      props.clientService &&
      createService(identity, {
        id: 'client-service',
        selector: selectorLabels,
        ports,
        options: { name: `${identity.name}-client`, ...props.clientService },
        patch: patch.clientService,
      });
    this.service = service.object;
    this.clientService = client?.object;
    this.#servicePorts = (client ?? service).ports;
    this.statefulSet = createObject(
      this,
      'stateful-set',
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: objectMetadata(identity, { annotations: changeCauseAnnotation(props.changeCause) }),
        spec: {
          serviceName: this.service.name,
          replicas: wireCount(this, 'replicas', props.replicas),
          selector: { matchLabels: selectorLabels },
          podManagementPolicy: props.podManagementPolicy,
          updateStrategy: updateStrategy(this, update),
          persistentVolumeClaimRetentionPolicy: props.claimRetention,
          ordinals:
            props.firstOrdinal === undefined
              ? undefined
              : { start: wireCount(this, 'firstOrdinal', props.firstOrdinal) },
          minReadySeconds: wireCount(this, 'minReadySeconds', props.minReadySeconds),
          revisionHistoryLimit: wireCount(this, 'revisionHistoryLimit', props.revisionHistoryLimit),
          template: template.manifest,
          volumeClaimTemplates:
            template.claimTemplates.length === 0
              ? undefined
              : template.claimTemplates.flatMap((volume) => claimTemplate(this, volume)),
        },
      },
      { patch: patch.statefulSet },
    );
    this.autoscaler =
      autoscale && createAutoscaler(identity, this.statefulSet, autoscale, { patch: patch.autoscaler });
    this.disruptionBudget =
      props.disruptionBudget &&
      createDisruptionBudget(identity, selectorLabels, props.disruptionBudget, patch.disruptionBudget);
    this.networkPolicy =
      props.networkPolicy && createNetworkPolicy(identity, this, props.networkPolicy, patch.networkPolicy);
  }

  /**
   * A port of the client Service, or of the headless one if there is no other.
   * @throws PropertyError if the port is not in the Service
   */
  port(name: P): ServicePort {
    return findServicePort(this, this.#servicePorts, name, 'port');
  }
}

/** @see k8s.io/kubernetes/pkg/apis/apps/validation, validateRollingUpdateStatefulSet */
function updateStrategy(
  construct: Construct,
  update: StatefulServiceOptions<string>['update'],
): Wire<k8s.StatefulSetUpdateStrategy> | undefined {
  if (update === undefined) return undefined;
  if (typeof update === 'string') return { type: update };
  wireCount(construct, 'update.partition', update.partition);
  if (isZero(wirePart(construct, 'update.maxUnavailable', update.maxUnavailable))) {
    throw new PropertyError(
      construct,
      'update.maxUnavailable',
      'is 0, so that no pod could be replaced',
      'write 1 or more',
    );
  }
  return { type: 'RollingUpdate', rollingUpdate: update };
}

function claimTemplate(
  construct: Construct,
  { name, claimTemplate: options }: Volume,
): Wire<k8s.KubePersistentVolumeClaimProps>[] {
  if (options === undefined) return [];
  const { labels = {}, annotations } = options;
  return [
    { metadata: { name, ...templateMetadata(labels, annotations) }, spec: claimSpec(options, construct) },
  ];
}
