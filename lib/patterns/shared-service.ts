import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, type PatternOptions } from './identity';
import { type Patch } from './manifest/patch';
import { wirePort } from './manifest/port-number';
import { type PortOptions, withoutNodePorts } from './pod/ports';
import { PropertyError } from './property-error';
import { createService } from './service/create-service';
import { findServicePort } from './service/find-service-port';
import { type ServiceOptions } from './service/service-options';
import { type ServicePort } from './service/service-port';
import { type PodGroup } from './workload/pod-group';

/** The options of a {@link SharedService}. */
export interface SharedServiceProps<P extends string> extends PatternOptions {
  /** The workloads that it sends to. */
  readonly pods: readonly PodGroup<P>[];
  /**
   * Labels that all of them have.
   * @defaultValue the selector of the one workload, or all labels that the workloads have in common
   */
  readonly selector?: Readonly<Record<string, string>>;
  /** The port numbers of the Service by port name. @defaultValue those of the first workload */
  readonly ports?: { readonly [Name in NoInfer<P>]?: number };
  /** How the Service is reached. @defaultValue a ClusterIP Service */
  readonly service?: ServiceOptions;
  /** Changes to the manifest, for what no option says. */
  readonly patch?: { readonly service?: Patch<k8s.KubeServiceProps> };
}

/**
 * One Service over the pods of several workloads, or a further one over those of one.
 *
 * @remarks For one address over pods of several workloads (two versions side by side, pods by hand beside a
 * controller), or for a second address over the same pods, with other ports or a session affinity. A
 * {@link WebService} brings its own Service.
 *
 * @example
 * ```ts
 * const labels = { 'app.kubernetes.io/part-of': 'replicas' };
 * const byHand = new SinglePod(chart, 'by-hand', { image: 'ghcr.io/acme/web:1.0', ports: { http: 8080 }, labels });
 * const group = new ReplicaGroup(chart, 'group', { image: 'ghcr.io/acme/web:1.0', ports: { http: 8080 }, labels });
 * new SharedService(chart, 'replicas', { pods: [byHand, group] });
 * ```
 */
export class SharedService<P extends string> extends Construct {
  /** Name of the Service. */
  readonly name: string;
  /** The Service. */
  readonly service: ApiObject;
  readonly #servicePorts: ReadonlyMap<string, ServicePort>;

  /** @throws PropertyError if the workloads have no label or no port in common */
  constructor(scope: Construct, id: string, props: SharedServiceProps<P>) {
    super(scope, id);
    const identity = identify(this, props);
    const type = props.service?.type;
    const shared = this.#ports(props);
    const { object, ports } = createService(identity, {
      selector: this.#selector(props, identity.namespace),
      // A node port that a workload asks for is of the Services that have them.
      ports: type === 'NodePort' || type === 'LoadBalancer' ? shared : withoutNodePorts(shared),
      options: props.service,
      patch: props.patch?.service,
    });
    this.name = identity.name;
    this.service = object;
    this.#servicePorts = ports;
  }

  /**
   * A port of the Service, for a SharedIngress.
   * @throws PropertyError if the port is not in the Service
   */
  port(name: P): ServicePort {
    return findServicePort(this, this.#servicePorts, name, 'port');
  }

  #selector(props: SharedServiceProps<P>, namespace: string | undefined): Readonly<Record<string, string>> {
    const [first, ...rest] = props.pods;
    if (first === undefined) {
      throw new PropertyError(this, 'pods', 'is empty', 'name the workloads that the Service sends to');
    }
    const elsewhere = props.pods.find((group) => group.namespace !== namespace);
    if (elsewhere !== undefined) {
      throw new PropertyError(
        this,
        'pods',
        `has '${elsewhere.name}' of namespace '${elsewhere.namespace ?? ''}', which the Service is not in`,
        'a Service sends to pods of its own namespace: place both in one',
      );
    }
    const common =
      rest.length === 0
        ? first.selectorLabels
        : Object.fromEntries(
            Object.entries(first.podLabels).filter(([key, value]) =>
              rest.every((group) => group.podLabels[key] === value),
            ),
          );
    const selector = props.selector ?? common;
    for (const [key, value] of Object.entries(selector)) {
      const without = props.pods.find((group) => group.podLabels[key] !== value);
      if (without !== undefined) {
        throw new PropertyError(
          this,
          'selector',
          `asks for '${key}=${value}', which the pods of '${without.name}' do not have`,
          'select by labels that all of them have',
        );
      }
    }
    if (Object.keys(selector).length === 0) {
      throw new PropertyError(
        this,
        'pods',
        `have no label in common: ${props.pods.map(({ name }) => `'${name}'`).join(', ')}`,
        "give each of them one, e.g. labels: { 'app.kubernetes.io/part-of': 'shop' }",
      );
    }
    return selector;
  }

  #ports(props: SharedServiceProps<P>): ReadonlyMap<P, PortOptions> {
    const written = props.ports as Readonly<Partial<Record<P, number>>> | undefined;
    const names = (written ? Object.keys(written) : [...(props.pods[0]?.ports.keys() ?? [])]) as P[];
    return new Map(
      names.map((name) => {
        const without = props.pods.find((group) => !group.ports.has(name));
        const port = props.pods[0]?.ports.get(name);
        if (without !== undefined || port === undefined) {
          throw new PropertyError(
            this,
            `ports.${name}`,
            `is no port of '${without?.name ?? ''}'`,
            'name the port in every workload that the Service sends to',
          );
        }
        if (written === undefined) return [name, port];
        const servicePort = wirePort(this, `ports.${name}`, written[name] ?? port.containerPort);
        return [name, { ...port, servicePort }];
      }),
    );
  }
}
