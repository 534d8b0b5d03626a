import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type Identity, objectMetadata } from '../identity';
import { createObject } from '../manifest/create-object';
import { type Patch } from '../manifest/patch';
import { refuseQualifiedName } from '../manifest/refuse-text';
import { type Wire } from '../manifest/wire';
import { type PortOptions } from '../pod/ports';
import { PropertyError } from '../property-error';
import { refuseServiceOptions } from './refuse-service-options';
import { type ServiceOptions } from './service-options';
import { ServicePort } from './service-port';

/** What {@link createService} makes a Service of. */
export interface ServiceSource<P extends string> {
  /** Labels of the pods; none for a Service whose endpoints somebody else writes. */
  readonly selector: Readonly<Record<string, string>> | undefined;
  /** The container ports by name. */
  readonly ports: ReadonlyMap<P, PortOptions>;
  readonly options?: ServiceOptions | undefined;
  readonly patch?: Patch<k8s.KubeServiceProps> | undefined;
  /** Id of the construct. @defaultValue `service` */
  readonly id?: string;
}

/** A Service and its ports by name. */
export interface MadeService<P extends string> {
  readonly object: ApiObject;
  readonly ports: ReadonlyMap<P, ServicePort>;
}

/** Makes a Service over the given ports, all but those with `servicePort: false`. */
export function createService<P extends string>(
  identity: Identity,
  source: ServiceSource<P>,
): MadeService<P> {
  const { name, labels, annotations, type, sessionAffinity, ...rest } = source.options ?? {};
  if (source.options !== undefined) refuseServiceOptions(identity.construct, source.options);
  const exposed = [...source.ports].filter(([, port]) => port.servicePort !== false);
  // A headless Service only names its pods (ValidateService asks it for no port).
  if (exposed.length === 0 && type !== 'Headless') {
    throw new PropertyError(
      identity.construct,
      'ports',
      'give the Service no port',
      'name at least one, e.g. ports: { http: 8080 }, or leave the Service out',
    );
  }
  const reachable = type === 'NodePort' || type === 'LoadBalancer';
  const manifests = exposed.map(([portName, port]): Wire<k8s.ServicePort> => {
    if (port.nodePort !== undefined && !reachable) {
      throw new PropertyError(
        identity.construct,
        `ports.${portName}.nodePort`,
        `is ${port.nodePort}, but a Service of type ${type ?? 'ClusterIP'} has no node ports`,
        "set service: { type: 'NodePort' }",
      );
    }
    refuseQualifiedName(identity.construct, `ports.${portName}.appProtocol`, port.appProtocol);
    return {
      name: portName,
      port: servicePortNumber(port),
      targetPort: portName,
      protocol: port.protocol,
      appProtocol: port.appProtocol,
      nodePort: port.nodePort,
    };
  });
  refuseSharedNumbers(identity, manifests);
  const metadata = objectMetadata(identity, { name, labels, annotations });
  const spec: Wire<k8s.ServiceSpec> = {
    type: type === 'Headless' ? undefined : type,
    ...(type === 'Headless' && { clusterIP: 'None' }),
    selector: source.selector,
    ports: manifests.length === 0 ? undefined : manifests,
    sessionAffinity: typeof sessionAffinity === 'object' ? 'ClientIP' : sessionAffinity,
    sessionAffinityConfig: typeof sessionAffinity === 'object' ? { clientIP: sessionAffinity } : undefined,
    ...rest,
  };
  const object = createObject(
    identity.construct,
    source.id ?? 'service',
    { apiVersion: 'v1', kind: 'Service', metadata, spec },
    { patch: source.patch },
  );
  const ports = new Map(
    exposed.map(([portName, port]) => [
      portName,
      new ServicePort(object.name, metadata.namespace, portName, servicePortNumber(port)),
    ]),
  );
  return { object, ports };
}

function servicePortNumber(port: PortOptions): number {
  return typeof port.servicePort === 'number' ? port.servicePort : port.containerPort;
}

function refuseSharedNumbers(identity: Identity, ports: readonly Wire<k8s.ServicePort>[]): void {
  const seen = new Map<string, string | undefined>();
  for (const { name, port, protocol } of ports) {
    const key = `${protocol ?? 'TCP'} ${port}`;
    if (seen.has(key)) {
      throw new PropertyError(
        identity.construct,
        `ports.${name ?? ''}.servicePort`,
        `is ${key}, which port '${seen.get(key) ?? ''}' of the Service is already`,
        'give each port of the Service its own number',
      );
    }
    seen.set(key, name);
  }
}
