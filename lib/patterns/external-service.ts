import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { isIP } from 'node:net';
import { dns1123LabelErrors } from '../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../model/names/dns1123-subdomain';
import { identify, type Identity, objectMetadata, type PatternOptions } from './identity';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';
import { wirePort } from './manifest/port-number';
import { refuseUnreachable } from './manifest/refuse-address';
import { refuseName } from './manifest/refuse-name';
import { refuseQualifiedName } from './manifest/refuse-text';
import { PropertyError } from './property-error';
import { findServicePort } from './service/find-service-port';
import { ServicePort } from './service/service-port';

/** A port of something outside the cluster. */
export interface ExternalPort {
  /** The port of the Service. */
  readonly port: number;
  /** The port of the addresses. @defaultValue the same */
  readonly targetPort?: number;
  /** What is spoken below. @defaultValue `TCP`, by the API server */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /** What is spoken on the port, e.g. `http`. */
  readonly appProtocol?: string;
}

interface ExternalServiceBase extends PatternOptions {
  /** Changes to the manifests, for what no option says. */
  readonly patch?: {
    readonly service?: Patch<k8s.KubeServiceProps>;
    /** The EndpointSlice. */
    readonly endpointSlice?: Patch<k8s.KubeEndpointSliceProps>;
    /** The Endpoints, with `kind: 'Endpoints'`. */
    readonly endpoints?: Patch<k8s.KubeEndpointsProps>;
  };
}

/** A name in the cluster for a name outside: DNS answers with a CNAME. */
export interface ExternalNameProps<P extends string> extends ExternalServiceBase {
  /** A DNS name. HTTP and TLS clients still send the name of the Service. */
  readonly externalName: string;
  readonly addresses?: never;
  /** Ports by name; DNS ignores them. */
  readonly ports?: Readonly<Record<P, number | ExternalPort>>;
}

/** A Service over addresses that are written by hand. */
export interface ExternalAddressesProps<P extends string> extends ExternalServiceBase {
  /** IP addresses, all of one family; no loopback, no link-local, no address of a Service. */
  readonly addresses: readonly string[];
  readonly externalName?: never;
  /** Ports by name. */
  readonly ports: Readonly<Record<P, number | ExternalPort>>;
  /** How the addresses are written. Endpoints is deprecated since 1.33. @defaultValue `EndpointSlice` */
  readonly kind?: 'EndpointSlice' | 'Endpoints';
  /** Whether all requests of a client go to one address. */
  readonly sessionAffinity?: 'None' | 'ClientIP';
}

/** The options of an {@link ExternalService}. */
export type ExternalServiceProps<P extends string> = ExternalNameProps<P> | ExternalAddressesProps<P>;

/**
 * A Service for what runs outside: a DNS name, or addresses.
 *
 * @remarks For a database, a legacy system or a vendor outside of the cluster that pods should know under a
 * name of their own, so that it can move without a change to them. By `externalName` where it has a DNS
 * name; by `addresses` where it has only those, or where HTTP or TLS would trip over the other name.
 *
 * @example
 * ```ts
 * new ExternalService(chart, 'blog', { externalName: 'blog.example.com' });
 * new ExternalService(chart, 'legacy-db', {
 *   addresses: ['192.0.2.10', '192.0.2.11'],
 *   ports: { postgres: 5432 },
 * });
 * ```
 */
export class ExternalService<P extends string = never> extends Construct {
  /** Name of the Service. */
  readonly name: string;
  /** Namespace of the Service; undefined where kubectl's own decides. */
  readonly namespace: string | undefined;
  /** The Service. */
  readonly service: ApiObject;
  /** The EndpointSlice or Endpoints; none for a name. */
  readonly endpoints: ApiObject | undefined;
  readonly #servicePorts: ReadonlyMap<string, ServicePort>;

  /** @throws PropertyError if the addresses are none, or of two families */
  constructor(scope: Construct, id: string, props: ExternalServiceProps<P>) {
    super(scope, id);
    const identity = identify(this, props);
    this.name = identity.name;
    this.namespace = identity.namespace;
    const ports = new Map(
      Object.entries<number | ExternalPort>(props.ports ?? {}).map(([name, port]) => [
        name,
        typeof port === 'number' ? { port } : port,
      ]),
    );
    for (const [name, { port, targetPort = port, appProtocol }] of ports) {
      refuseName(this, 'name of a port', name, dns1123LabelErrors(name));
      wirePort(this, `ports.${name}`, port);
      wirePort(this, `ports.${name}.targetPort`, targetPort);
      refuseQualifiedName(this, `ports.${name}.appProtocol`, appProtocol);
    }
    const numbers = new Map<string, string>();
    for (const [name, { port, protocol = 'TCP' }] of ports) {
      const taken = numbers.get(`${protocol} ${port}`);
      if (taken !== undefined) {
        throw new PropertyError(
          this,
          `ports.${name}`,
          `is ${protocol} ${port}, which port '${taken}' is already`,
          'give each port its own number',
        );
      }
      numbers.set(`${protocol} ${port}`, name);
    }
    const portManifests = [...ports].map(([name, { port, protocol, appProtocol, targetPort }]) => ({
      name,
      port,
      protocol,
      appProtocol,
      targetPort,
    }));
    if (props.externalName === undefined && ports.size === 0) {
      throw new PropertyError(this, 'ports', 'are none', 'name at least one, e.g. ports: { postgres: 5432 }');
    }
    if (props.externalName !== undefined) {
      // ValidateService takes the dot at the end of a full name away first.
      const name = props.externalName.replace(/\.$/, '');
      refuseName(this, 'externalName', props.externalName, dns1123SubdomainErrors(name));
    }
    this.service = createObject(
      this,
      'service',
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: objectMetadata(identity),
        spec: {
          ...(props.externalName === undefined
            ? { sessionAffinity: props.sessionAffinity }
            : { type: 'ExternalName', externalName: props.externalName }),
          ports: portManifests.length === 0 ? undefined : portManifests,
        },
      },
      { patch: props.patch?.service },
    );
    this.endpoints = props.addresses && createEndpoints(identity, this.service, props, ports);
    this.#servicePorts = new Map(
      [...ports].map(([name, { port }]) => [
        name,
        new ServicePort(this.service.name, this.namespace, name, port),
      ]),
    );
  }

  /**
   * A port of the Service, for a SharedIngress.
   * @throws PropertyError if the port is not in the Service
   */
  port(name: P): ServicePort {
    return findServicePort(this, this.#servicePorts, name, 'port');
  }
}

function createEndpoints(
  identity: Identity,
  service: ApiObject,
  props: ExternalAddressesProps<string>,
  ports: ReadonlyMap<string, ExternalPort>,
): ApiObject {
  const { addresses, kind = 'EndpointSlice' } = props;
  for (const address of addresses) {
    refuseUnreachable(identity.construct, 'addresses', address, 'for a name use externalName');
  }
  const families = new Set(addresses.map((address) => (isIP(address) === 6 ? 'IPv6' : 'IPv4')));
  const [family] = families;
  if (family === undefined || families.size > 1) {
    throw new PropertyError(
      identity.construct,
      'addresses',
      family === undefined ? 'is empty' : 'are of both IP families',
      family === undefined ? 'name at least one IP address' : 'make one ExternalService a family',
    );
  }
  const portManifests = [...ports].map(([name, { port, targetPort = port, protocol, appProtocol }]) => ({
    name,
    port: targetPort,
    protocol,
    appProtocol,
  }));
  if (kind === 'Endpoints') {
    return createObject(
      identity.construct,
      'endpoints',
      {
        apiVersion: 'v1',
        kind,
        metadata: objectMetadata(identity, { name: service.name }),
        subsets: [{ addresses: addresses.map((ip) => ({ ip })), ports: portManifests }],
      },
      { patch: props.patch?.endpoints },
    );
  }
  return createObject(
    identity.construct,
    'endpoints',
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind,
      metadata: objectMetadata(identity, {
        name: service.name,
        // By the first label the proxy finds it, by the second the mirroring controllers leave it alone.
        labels: {
          'kubernetes.io/service-name': service.name,
          'endpointslice.kubernetes.io/managed-by': 'kubewright',
        },
      }),
      addressType: family,
      endpoints: addresses.map((address) => ({ addresses: [address], conditions: { ready: true } })),
      ports: portManifests,
    },
    { patch: props.patch?.endpointSlice },
  );
}
