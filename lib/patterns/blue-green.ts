import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, NAME_LABEL, type PatternOptions } from './identity';
import { type Patch } from './manifest/patch';
import { createIngress, type IngressOptions } from './network/create-ingress';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions, withoutNodePorts } from './pod/ports';
import { createServiceAccount } from './rbac/service-account';
import { createAutoscaler, type ReplicaOptions } from './scaling/create-autoscaler';
import { createDisruptionBudget, type DisruptionBudgetOptions } from './scaling/create-disruption-budget';
import { createService } from './service/create-service';
import { findServicePort } from './service/find-service-port';
import { type ServiceOptions } from './service/service-options';
import { type ServicePort } from './service/service-port';
import { type SharedTrackOptions, TRACK_LABEL, type TrackOptions, trackOptions } from './track/track-options';
import { createDeployment } from './workload/create-deployment';
import { type PodGroup } from './workload/pod-group';

/** The two tracks of a {@link BlueGreen}. */
export type BlueGreenTrack = 'blue' | 'green';

/** Changes to the objects of a {@link BlueGreen}. */
export interface BlueGreenPatch {
  readonly blue?: Patch<k8s.KubeDeploymentProps>;
  readonly green?: Patch<k8s.KubeDeploymentProps>;
  readonly service?: Patch<k8s.KubeServiceProps>;
  readonly previewService?: Patch<k8s.KubeServiceProps>;
  readonly ingress?: Patch<k8s.KubeIngressProps>;
  readonly blueAutoscaler?: Patch<k8s.KubeHorizontalPodAutoscalerV2Props>;
  readonly greenAutoscaler?: Patch<k8s.KubeHorizontalPodAutoscalerV2Props>;
  readonly disruptionBudget?: Patch<k8s.KubePodDisruptionBudgetProps>;
  readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
}

interface BlueGreenOptions<P extends string> extends PatternOptions, SharedTrackOptions<P> {
  /** The track that the Service sends to. Changing this word is the switch. */
  readonly live: BlueGreenTrack;
  /** What the blue track runs. */
  readonly blue: TrackOptions<NoInfer<P>>;
  /** What the green track runs. */
  readonly green: TrackOptions<NoInfer<P>>;
  /**
   * The other track: as many pods as the live one, none, or a number. Warm it before the switch: a track
   * scaled to zero serves nobody until its pods are up.
   * @defaultValue `warm`
   */
  readonly idle?: 'warm' | 'scaled-to-zero' | number;
  /** How the live Service is reached. @defaultValue a ClusterIP Service over all ports */
  readonly service?: ServiceOptions;
  /** A second Service, `<name>-preview` by default, that sends to the idle track. @defaultValue none */
  readonly preview?: true | ServiceOptions;
  /** Routes to the live Service; a backend is the name of a port. */
  readonly ingress?: IngressOptions<NoInfer<P>>;
  /** Over the live track. */
  readonly disruptionBudget?: DisruptionBudgetOptions;
  /** Over both tracks. */
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: BlueGreenPatch;
}

/** The options of a {@link BlueGreen}. */
export type BlueGreenProps<P extends string> = BlueGreenOptions<P> & ReplicaOptions;

/**
 * Two versions side by side, one of them live: two Deployments that differ in the label `track`, and a Service
 * that selects one. Nothing overlaps: each Deployment selects its own track only.
 *
 * @remarks For a release that is switched in one step, and back as fast: both versions run, the Service
 * sends to one. It costs twice the pods while both are warm. Where only some users should meet the new
 * version, see {@link Canary}; where pods may be replaced one by one, {@link WebService} is enough.
 *
 * @example
 * ```ts
 * new BlueGreen(chart, 'photo-view', {
 *   live: 'blue',
 *   blue: { image: 'ghcr.io/acme/photo-view:1.0' },
 *   green: { image: 'ghcr.io/acme/photo-view:2.0' },
 *   replicas: 3,
 *   ports: { http: { containerPort: 8080, servicePort: 80 } },
 *   preview: true,
 * });
 * ```
 */
export class BlueGreen<P extends string = never> extends Construct implements PodGroup<P> {
  readonly name: string;
  readonly namespace: string | undefined;
  /** Labels of the pods of both tracks. */
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The track that the Service sends to. */
  readonly live: BlueGreenTrack;
  /** The Deployments by track. */
  readonly deployments: Readonly<Record<BlueGreenTrack, ApiObject>>;
  /** The autoscalers of those tracks that have one. */
  readonly autoscalers: Readonly<Partial<Record<BlueGreenTrack, ApiObject>>>;
  /** The Service of the live track. */
  readonly service: ApiObject;
  /** The Service of the idle track. */
  readonly previewService: ApiObject | undefined;
  /** The Ingress, if asked for. */
  readonly ingress: ApiObject | undefined;
  /** The PodDisruptionBudget, if asked for. */
  readonly disruptionBudget: ApiObject | undefined;
  /** The NetworkPolicy, if asked for. */
  readonly networkPolicy: ApiObject | undefined;
  readonly #servicePorts: ReadonlyMap<string, ServicePort>;
  readonly #previewPorts: ReadonlyMap<string, ServicePort>;

  /** @throws PropertyError if options contradict each other */
  constructor(scope: Construct, id: string, props: BlueGreenProps<P>) {
    super(scope, id);
    const { blue, green, live, patch = {} } = props;
    const identity = identify(this, props);
    const idle = live === 'blue' ? 'green' : 'blue';
    const serviceAccount = createServiceAccount(identity, props.serviceAccount);
    const shared = { ...props, ...(serviceAccount !== undefined && { serviceAccount }) };
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = { [NAME_LABEL]: identity.name };
    this.live = live;

    const autoscalers: Partial<Record<BlueGreenTrack, ApiObject>> = {};
    const track = (
      name: BlueGreenTrack,
      options: TrackOptions<P>,
    ): ReturnType<typeof createDeployment<P>> => {
      const { replicas, scaled } = trackReplicas(props, name === live);
      const made = createDeployment<P>(identity, {
        id: name,
        name: `${identity.name}-${name}`,
        options: { containerName: identity.name, ...trackOptions<P>(shared, options) },
        selectorLabels: { ...this.selectorLabels, [TRACK_LABEL]: name },
        replicas,
        patch: patch[name],
      });
      if (scaled && props.autoscale) {
        autoscalers[name] = createAutoscaler(identity, made.object, props.autoscale, {
          id: `${name}-autoscaler`,
          patch: patch[`${name}Autoscaler`],
        });
      }
      return made;
    };
    const tracks = { blue: track('blue', blue), green: track('green', green) };
    this.autoscalers = autoscalers;
    this.deployments = { blue: tracks.blue.object, green: tracks.green.object };
    const liveTemplate = tracks[live].template;
    const { [TRACK_LABEL]: _track, ...commonLabels } = liveTemplate.podLabels;
    this.podLabels = commonLabels;
    this.ports = liveTemplate.ports;

    const service = createService(identity, {
      selector: liveTemplate.selectorLabels,
      ports: this.ports,
      options: props.service,
      patch: patch.service,
    });
    const preview =
      props.preview &&
      createService(identity, {
        id: 'preview-service',
        selector: tracks[idle].template.selectorLabels,
        ports: withoutNodePorts(this.ports),
        options: { name: `${identity.name}-preview`, ...(props.preview === true ? {} : props.preview) },
        patch: patch.previewService,
      });
    this.service = service.object;
    this.previewService = preview?.object;
    this.#servicePorts = service.ports;
    this.#previewPorts = preview?.ports ?? new Map();
    this.ingress =
      props.ingress &&
      createIngress<P>(
        identity,
        props.ingress,
        (name, property) => findServicePort(this, this.#servicePorts, name, property),
        { patch: patch.ingress },
      );
    this.disruptionBudget =
      props.disruptionBudget &&
      createDisruptionBudget(
        identity,
        liveTemplate.selectorLabels,
        props.disruptionBudget,
        patch.disruptionBudget,
      );
    this.networkPolicy =
      props.networkPolicy && createNetworkPolicy(identity, this, props.networkPolicy, patch.networkPolicy);
  }

  /**
   * A port of the live Service, for a SharedIngress.
   * @throws PropertyError if the port is not in the Service
   */
  port(name: P): ServicePort {
    return findServicePort(this, this.#servicePorts, name, 'port');
  }

  /**
   * A port of the preview Service, for a SharedIngress.
   * @throws PropertyError if there is no preview, or the port is not in the Service
   */
  previewPort(name: P): ServicePort {
    return findServicePort(this, this.#previewPorts, name, 'previewPort');
  }
}

/** How many pods a track has, and whether an autoscaler decides it. */
function trackReplicas(
  { idle = 'warm', replicas, autoscale }: BlueGreenProps<string>,
  live: boolean,
): { replicas: number | undefined; scaled: boolean } {
  if (!live && idle !== 'warm') return { replicas: idle === 'scaled-to-zero' ? 0 : idle, scaled: false };
  return { replicas, scaled: autoscale !== undefined };
}
