import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, type PatternOptions } from './identity';
import { type Patch } from './manifest/patch';
import { createIngress, type IngressOptions } from './network/create-ingress';
import { type ServicePort } from './service/service-port';

/** The options of a {@link SharedIngress}. A backend is the `port` of a pattern. */
export interface SharedIngressProps
  extends PatternOptions, Omit<IngressOptions<ServicePort>, 'name' | 'labels' | 'annotations'> {
  /** Changes to the manifest, for what no option says. */
  readonly patch?: { readonly ingress?: Patch<k8s.KubeIngressProps> };
}

/**
 * One Ingress over several Services.
 *
 * @remarks For several Services behind one host or one certificate. An Ingress over a single workload is an
 * option of that workload: `ingress` of {@link WebService} and {@link BlueGreen}.
 *
 * @example
 * ```ts
 * const v1 = new WebService(chart, 'shop-v1', { image: 'ghcr.io/acme/shop:1.4.2', ports: { http: 8080 } });
 * const v2 = new WebService(chart, 'shop-v2', { image: 'ghcr.io/acme/shop:2.0.0', ports: { http: 8080 } });
 * new SharedIngress(chart, 'shop', {
 *   hosts: { 'shop.example.com': { '/v1': v1.port('http'), '/v2': v2.port('http') } },
 *   tls: 'shop-tls',
 * });
 * ```
 */
export class SharedIngress extends Construct {
  /** Name of the Ingress. */
  readonly name: string;
  /** The Ingress. */
  readonly ingress: ApiObject;

  /** @throws PropertyError if a Service is of another namespace */
  constructor(scope: Construct, id: string, props: SharedIngressProps) {
    super(scope, id);
    const identity = identify(this, props);
    const { className, hosts, tls, defaultBackend } = props;
    this.name = identity.name;
    this.ingress = createIngress<ServicePort>(
      identity,
      {
        hosts,
        ...(className !== undefined && { className }),
        ...(tls !== undefined && { tls }),
        ...(defaultBackend !== undefined && { defaultBackend }),
      },
      (port) => port,
      { patch: props.patch?.ingress },
    );
  }
}
