import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, type PatternOptions } from './identity';
import { type Patch } from './manifest/patch';
import { createIngress, type IngressOptions } from './network/create-ingress';
import { createNetworkPolicy, type NetworkPolicyOptions } from './network/create-network-policy';
import { type PortOptions } from './pod/ports';
import { createAutoscaler, type ReplicaOptions } from './scaling/create-autoscaler';
import { createDisruptionBudget, type DisruptionBudgetOptions } from './scaling/create-disruption-budget';
import { createService } from './service/create-service';
import { findServicePort } from './service/find-service-port';
import { type ServiceOptions } from './service/service-options';
import { type ServicePort } from './service/service-port';
import { createDeployment, type DeploymentOptions } from './workload/create-deployment';
import { type PodGroup } from './workload/pod-group';

/** Changes to the objects of a {@link WebService}. */
export interface WebServicePatch {
  readonly deployment?: Patch<k8s.KubeDeploymentProps>;
  readonly service?: Patch<k8s.KubeServiceProps>;
  readonly ingress?: Patch<k8s.KubeIngressProps>;
  readonly autoscaler?: Patch<k8s.KubeHorizontalPodAutoscalerV2Props>;
  readonly disruptionBudget?: Patch<k8s.KubePodDisruptionBudgetProps>;
  readonly networkPolicy?: Patch<k8s.KubeNetworkPolicyProps>;
}

interface WebServiceOptions<P extends string> extends PatternOptions, DeploymentOptions<P> {
  /** How the Service is reached. @defaultValue a ClusterIP Service over all ports */
  readonly service?: ServiceOptions;
  /** Routes from outside; a backend is the name of a port. */
  readonly ingress?: IngressOptions<NoInfer<P>>;
  readonly disruptionBudget?: DisruptionBudgetOptions;
  readonly networkPolicy?: NetworkPolicyOptions<NoInfer<P>>;
  /** Changes to the manifests, for what no option says. */
  readonly patch?: WebServicePatch;
}

/** The options of a {@link WebService}. */
export type WebServiceProps<P extends string> = WebServiceOptions<P> & ReplicaOptions;

/**
 * Pods that serve: a Deployment and a Service, and on request an Ingress, a HorizontalPodAutoscaler, a
 * PodDisruptionBudget, a NetworkPolicy and a ServiceAccount. All have the name of the construct.
 *
 * `P` is the union of the port names, so that a port that is not there does not compile.
 *
 * @remarks For an application that others call: web sites, APIs, gRPC servers. It is the pattern to begin
 * with. Where nobody calls the pods, take {@link Worker}; where pods keep data of their own,
 * {@link StatefulService}; where two versions should live side by side, {@link BlueGreen} or {@link Canary}.
 *
 * @example
 * ```ts
 * new WebService(chart, 'shop', {
 *   image: 'ghcr.io/acme/shop:1.4.2',
 *   replicas: 3,
 *   ports: { http: 8080 },
 *   readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
 *   ingress: { hosts: { 'shop.example.com': { '/': 'http' } }, tls: 'shop-tls' },
 *   disruptionBudget: { maxUnavailable: 1 },
 * });
 * ```
 */
export class WebService<P extends string = never> extends Construct implements PodGroup<P> {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly ports: ReadonlyMap<P, PortOptions>;
  /** The Deployment. */
  readonly deployment: ApiObject;
  /** The Service. */
  readonly service: ApiObject;
  /** The Ingress, if asked for. */
  readonly ingress: ApiObject | undefined;
  /** The HorizontalPodAutoscaler, if asked for. */
  readonly autoscaler: ApiObject | undefined;
  /** The PodDisruptionBudget, if asked for. */
  readonly disruptionBudget: ApiObject | undefined;
  /** The NetworkPolicy, if asked for. */
  readonly networkPolicy: ApiObject | undefined;
  readonly #servicePorts: ReadonlyMap<string, ServicePort>;

  /** @throws PropertyError if options contradict each other */
  constructor(scope: Construct, id: string, props: WebServiceProps<P>) {
    super(scope, id);
    const { patch = {}, replicas, autoscale } = props;
    const identity = identify(this, props);
    const { object, template } = createDeployment(identity, {
      options: props,
      replicas,
      patch: patch.deployment,
    });
    const { selectorLabels, podLabels, ports } = template;
    const service = createService(identity, {
      selector: selectorLabels,
      ports,
      options: props.service,
      patch: patch.service,
    });
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = selectorLabels;
    this.podLabels = podLabels;
    this.ports = ports;
    this.deployment = object;
    this.service = service.object;
    this.#servicePorts = service.ports;
    this.ingress =
      props.ingress &&
      createIngress<P>(identity, props.ingress, (name, property) => this.#servicePort(name, property), {
        patch: patch.ingress,
      });
    this.autoscaler = autoscale && createAutoscaler(identity, object, autoscale, { patch: patch.autoscaler });
    this.disruptionBudget =
      props.disruptionBudget &&
      createDisruptionBudget(identity, selectorLabels, props.disruptionBudget, patch.disruptionBudget);
    this.networkPolicy =
      props.networkPolicy && createNetworkPolicy(identity, this, props.networkPolicy, patch.networkPolicy);
  }

  /**
   * A port of the Service, for a SharedIngress or an HTTPRoute.
   * @throws PropertyError if the port is not in the Service
   */
  port(name: P): ServicePort {
    return this.#servicePort(name, 'port');
  }

  #servicePort(name: P, property: string): ServicePort {
    return findServicePort(this, this.#servicePorts, name, property);
  }
}
