import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { scaledIntOrPercent } from '../model/int-or-string';
import { type JsonObject } from '../model/json-value';
import { identify, type Identity, NAME_LABEL, type PatternOptions } from './identity';
import { wireCount, wirePart } from './manifest/count';
import { type Patch } from './manifest/patch';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions, withoutNodePorts } from './pod/ports';
import { PropertyError } from './property-error';
import { createServiceAccount } from './rbac/service-account';
import { createDisruptionBudget, type DisruptionBudgetOptions } from './scaling/create-disruption-budget';
import { createService, type MadeService } from './service/create-service';
import { findServicePort } from './service/find-service-port';
import { type ServiceOptions } from './service/service-options';
import { type ServicePort } from './service/service-port';
import { createCanaryIngresses, createCanaryRoute } from './track/create-canary-routes';
import { type SharedTrackOptions, TRACK_LABEL, type TrackOptions, trackOptions } from './track/track-options';
import { type TrafficSplit } from './track/traffic-split';
import { createDeployment } from './workload/create-deployment';
import { type PodGroup } from './workload/pod-group';

/** The two tracks of a {@link Canary}. */
export type CanaryTrack = 'stable' | 'canary';

/** Changes to the objects of a {@link Canary}. */
export interface CanaryPatch {
  readonly stable?: Patch<k8s.KubeDeploymentProps>;
  readonly canary?: Patch<k8s.KubeDeploymentProps>;
  readonly service?: Patch<k8s.KubeServiceProps>;
  readonly canaryService?: Patch<k8s.KubeServiceProps>;
  readonly ingress?: Patch<k8s.KubeIngressProps>;
  readonly canaryIngress?: Patch<k8s.KubeIngressProps>;
  /** The HTTPRoute, merged as all other patches. */
  readonly route?: JsonObject;
  readonly disruptionBudget?: Patch<k8s.KubePodDisruptionBudgetProps>;
  readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
}

/** The options of a {@link Canary}. */
export interface CanaryProps<P extends string> extends PatternOptions, SharedTrackOptions<P> {
  /** What most users get. */
  readonly stable: TrackOptions<NoInfer<P>>;
  /** What some users get. */
  readonly canary: TrackOptions<NoInfer<P>> & {
    /** Pods of the canary; a split by replicas works it out. @defaultValue 1, by the API server */
    readonly replicas?: number;
  };
  /** Pods of the stable track; of both, if the split is by replicas. @defaultValue 1, by the API server */
  readonly replicas?: number;
  /** How the requests are divided. */
  readonly traffic: TrafficSplit<NoInfer<P>>;
  /** How the Service is reached. @defaultValue a ClusterIP Service over all ports */
  readonly service?: ServiceOptions;
  /** Over the stable track, or over both if the split is by replicas. */
  readonly disruptionBudget?: DisruptionBudgetOptions;
  /** Over both tracks. */
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: CanaryPatch;
}

/**
 * A new version for some of the requests: a stable and a canary Deployment, and what divides the traffic
 * between them: the numbers of their pods, the annotations of ingress-nginx, or a Gateway API HTTPRoute.
 *
 * @remarks For a new version that has to prove itself on a part of the requests. `by: 'replicas'` needs
 * nothing but the Service, and divides as coarsely as there are pods; `ingress-nginx` and `gateway` divide
 * by percent, and need that controller in the cluster. To go on, raise the weight; to end it, give `stable`
 * the new image.
 *
 * @example
 * ```ts
 * new Canary(chart, 'shop', {
 *   stable: { image: 'ghcr.io/acme/shop:1.4.2' },
 *   canary: { image: 'ghcr.io/acme/shop:1.5.0' },
 *   replicas: 10,
 *   ports: { http: 8080 },
 *   traffic: { by: 'replicas', share: '20%' },
 * });
 * ```
 */
export class Canary<P extends string = never> extends Construct implements PodGroup<P> {
  readonly name: string;
  readonly namespace: string | undefined;
  /** Labels of the pods of both tracks. */
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The Deployments by track. */
  readonly deployments: Readonly<Record<CanaryTrack, ApiObject>>;
  /** The Service of both tracks, or of the stable one where something before it divides the traffic. */
  readonly service: ApiObject;
  /** The Service of the canary, where something before it divides the traffic. */
  readonly canaryService: ApiObject | undefined;
  /** The two Ingresses, or the HTTPRoute. */
  readonly routes: readonly ApiObject[];
  /** The PodDisruptionBudget, if asked for. */
  readonly disruptionBudget: ApiObject | undefined;
  /** The NetworkPolicy, if asked for. */
  readonly networkPolicy: ApiObject | undefined;
  readonly #servicePorts: ReadonlyMap<string, ServicePort>;

  /** @throws PropertyError if options contradict each other */
  constructor(scope: Construct, id: string, props: CanaryProps<P>) {
    super(scope, id);
    const { traffic, patch = {} } = props;
    const identity = identify(this, props);
    const serviceAccount = createServiceAccount(identity, props.serviceAccount);
    const shared = { ...props, ...(serviceAccount !== undefined && { serviceAccount }) };
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = { [NAME_LABEL]: identity.name };

    const replicas = trackReplicas(identity, props);
    const track = (name: CanaryTrack): ReturnType<typeof createDeployment<P>> =>
      createDeployment<P>(identity, {
        id: name,
        name: name === 'stable' ? identity.name : `${identity.name}-canary`,
        options: { containerName: identity.name, ...trackOptions<P>(shared, props[name]) },
        selectorLabels: { ...this.selectorLabels, [TRACK_LABEL]: name },
        replicas: replicas[name],
        patch: patch[name],
      });
    const tracks = { stable: track('stable'), canary: track('canary') };
    this.deployments = { stable: tracks.stable.object, canary: tracks.canary.object };
    const { [TRACK_LABEL]: _track, ...commonLabels } = tracks.stable.template.podLabels;
    this.podLabels = commonLabels;
    this.ports = tracks.stable.template.ports;

    const together = traffic.by === 'replicas';
    const stableSelector = together ? this.selectorLabels : tracks.stable.template.selectorLabels;
    const service = createService(identity, {
      selector: stableSelector,
      ports: this.ports,
      options: { ...stickyService(traffic), ...props.service },
      patch: patch.service,
    });
    const canaryService: MadeService<P> | undefined = together
      ? undefined
      : createService(identity, {
          id: 'canary-service',
          selector: tracks.canary.template.selectorLabels,
          ports: withoutNodePorts(this.ports),
          options: { name: `${identity.name}-canary` },
          patch: patch.canaryService,
        });
    this.service = service.object;
    this.canaryService = canaryService?.object;
    this.#servicePorts = service.ports;
    this.routes = canaryService === undefined ? [] : createRoutes(identity, props, service, canaryService);
    this.disruptionBudget =
      props.disruptionBudget &&
      createDisruptionBudget(identity, stableSelector, props.disruptionBudget, patch.disruptionBudget);
    this.networkPolicy =
      props.networkPolicy && createNetworkPolicy(identity, this, props.networkPolicy, patch.networkPolicy);
  }

  /**
   * A port of the Service.
   * @throws PropertyError if the port is not in the Service
   */
  port(name: P): ServicePort {
    return findServicePort(this, this.#servicePorts, name, 'port');
  }
}

function createRoutes<P extends string>(
  identity: Identity,
  { traffic, patch = {} }: CanaryProps<P>,
  stable: MadeService<P>,
  canary: MadeService<P>,
): readonly ApiObject[] {
  switch (traffic.by) {
    case 'replicas':
      return [];
    case 'ingress-nginx':
      return createCanaryIngresses(identity, traffic, stable, canary, patch);
    case 'gateway':
      return [createCanaryRoute(identity, traffic, stable, canary, patch.route)];
  }
}

/** How many pods each track has. */
function trackReplicas(
  identity: Identity,
  { traffic, replicas, canary }: CanaryProps<string>,
): Readonly<Record<CanaryTrack, number | undefined>> {
  if (traffic.by !== 'replicas') {
    if (!(traffic.weight >= 0 && traffic.weight <= 100 && Number.isInteger(traffic.weight))) {
      throw new PropertyError(
        identity.construct,
        'traffic.weight',
        `is ${traffic.weight}`,
        'it is a whole number of percent, 0 to 100',
      );
    }
    return { stable: replicas, canary: canary.replicas };
  }
  if (canary.replicas !== undefined) {
    throw new PropertyError(
      identity.construct,
      'canary.replicas',
      'is given, but the split by replicas works it out',
      'leave it out, or split by ingress-nginx or gateway',
    );
  }
  const all = wireCount(identity.construct, 'replicas', replicas ?? 1);
  wirePart(identity.construct, 'traffic.share', traffic.share);
  const canaries = scaledIntOrPercent(traffic.share, all, 'up');
  const share = Number.parseInt(traffic.share, 10);
  if (share < 100 && canaries === all && all > 0) {
    throw new PropertyError(
      identity.construct,
      'traffic.share',
      `is ${traffic.share} of ${all} replicas, which leaves ${all - canaries} stable`,
      'take more replicas, or a smaller share',
    );
  }
  return { stable: all - canaries, canary: canaries };
}

function stickyService(traffic: TrafficSplit<string>): ServiceOptions {
  if (traffic.by !== 'replicas' || traffic.sticky === undefined) return {};
  return { sessionAffinity: traffic.sticky === true ? 'ClientIP' : traffic.sticky };
}
