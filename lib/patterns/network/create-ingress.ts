import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type Identity, objectMetadata, type ObjectMarks } from '../identity';
import { secretName } from '../config/secret-name';
import { createObject } from '../manifest/create-object';
import { hostNameErrors } from '../../model/names/host-name';
import { type Patch } from '../manifest/patch';
import { refuseName } from '../manifest/refuse-name';
import { refuseObjectName } from '../manifest/refuse-text';
import { type Wire } from '../manifest/wire';
import { PropertyError } from '../property-error';
import { type ServicePort } from '../service/service-port';

/** Where requests of a path go, and how the path is meant. */
export interface IngressTarget<B> {
  /** The port that takes the requests. */
  readonly backend: B;
  /**
   * What the path stands for: all below it, itself alone, or what the controller makes of it.
   * @defaultValue `Prefix`
   */
  readonly pathType?: 'Prefix' | 'Exact' | 'ImplementationSpecific';
}

/** Where requests of a path go. `B` is what names a backend: a port name, or a {@link ServicePort}. */
export type IngressPath<B> = B | IngressTarget<B>;

/** Backends by path. */
export type IngressPaths<B> = Readonly<Record<`/${string}`, IngressPath<B>>>;

/** Which hosts a certificate covers. */
export interface IngressTls {
  /** Name of the Secret with the certificate, or the AppSecret; `AppSecret.existing` for one that is made elsewhere. */
  readonly secret: string | { readonly name: string };
  /** The hosts that the certificate is for. @defaultValue all hosts of the Ingress */
  readonly hosts?: readonly string[];
}

/** Routes by host and path. */
export interface IngressOptions<B> extends ObjectMarks {
  /** Name of an IngressClass. @defaultValue the cluster's default class */
  readonly className?: string;
  /**
   * Backends by host and path: `{ 'shop.example.com': { '/': 'http' } }`. The host `'*'` is any host; a
   * backend instead of paths takes all of them.
   */
  readonly hosts: Readonly<Record<string, B | IngressPaths<B>>>;
  /** Certificates; the name of a Secret covers all hosts. */
  readonly tls?: string | readonly IngressTls[];
  /** Takes what no rule matches. */
  readonly defaultBackend?: B;
}

/** Makes an Ingress; `resolve` finds the port that a backend names. */
export function createIngress<B>(
  identity: Identity,
  options: IngressOptions<B>,
  resolve: (backend: B, property: string) => ServicePort,
  {
    id = 'ingress',
    patch,
  }: { readonly id?: string; readonly patch?: Patch<k8s.KubeIngressProps> | undefined } = {},
): ApiObject {
  const backend = (to: B, property: string): Wire<k8s.IngressBackend> => {
    const port = resolve(to, property);
    if (port.namespace !== identity.namespace) {
      throw new PropertyError(
        identity.construct,
        property,
        `leads to Service '${port.service}' of namespace '${port.namespace ?? ''}', which the Ingress is not in`,
        'an Ingress reaches only Services of its own namespace: place both in one',
      );
    }
    return { service: { name: port.service, port: { name: port.name } } };
  };
  const hosts = Object.keys(options.hosts).filter((host) => host !== '*');
  const rules = Object.entries(options.hosts).map(([host, target]): Wire<k8s.IngressRule> => {
    if (host !== '*') refuseName(identity.construct, 'key of `hosts`', host, hostNameErrors(host));
    const paths = isPaths(target) ? target : { '/': target };
    if (Object.keys(paths).length === 0) {
      throw new PropertyError(
        identity.construct,
        `hosts['${host}']`,
        'has no path',
        "write where its requests go, e.g. '/'",
      );
    }
    return {
      host: host === '*' ? undefined : host,
      http: {
        paths: Object.entries(paths).map(([path, to]) => {
          const target: IngressTarget<B> = isTarget(to) ? to : { backend: to };
          if (target.pathType !== 'ImplementationSpecific') refusePath(identity, host, path);
          return {
            path,
            pathType: target.pathType ?? 'Prefix',
            backend: backend(target.backend, `hosts['${host}']['${path}']`),
          };
        }),
      },
    };
  });
  if (rules.length === 0 && options.defaultBackend === undefined) {
    throw new PropertyError(
      identity.construct,
      'hosts',
      'is empty, and there is no defaultBackend',
      "name a host, or '*' for any",
    );
  }
  refuseObjectName(identity.construct, 'className', options.className);
  const tls = typeof options.tls === 'string' ? [{ secret: options.tls }] : options.tls;
  for (const { secret, hosts: covered = [] } of tls ?? []) {
    const name = typeof secret === 'string' ? secret : secret.name;
    // A controller may have a certificate of its own, which has no name.
    if (name !== '') refuseObjectName(identity.construct, 'secret of `tls`', name);
    for (const host of covered) refuseName(identity.construct, 'hosts of `tls`', host, hostNameErrors(host));
  }
  return createObject(
    identity.construct,
    id,
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: objectMetadata(identity, options),
      spec: {
        ingressClassName: options.className,
        defaultBackend:
          options.defaultBackend === undefined
            ? undefined
            : backend(options.defaultBackend, 'defaultBackend'),
        rules: rules.length === 0 ? undefined : rules,
        tls: tls?.map((entry: IngressTls) => ({
          secretName: secretName(entry.secret, identity.construct, identity.namespace),
          hosts: entry.hosts ?? (hosts.length === 0 ? undefined : hosts),
        })),
      },
    },
    { patch },
  );
}

/** @see k8s.io/kubernetes/pkg/apis/networking/validation, validateHTTPIngressPath */
function refusePath({ construct }: Identity, host: string, path: string): void {
  const sequence = ['//', '/./', '/../', '%2f', '%2F'].find((each) => path.includes(each));
  const suffix = ['/..', '/.'].find((each) => path.endsWith(each));
  if (sequence === undefined && suffix === undefined) return;
  throw new PropertyError(
    construct,
    `hosts['${host}']['${path}']`,
    sequence === undefined ? `ends with '${suffix ?? ''}'` : `has '${sequence}' in it`,
    "write the path as it comes out, or set pathType: 'ImplementationSpecific'",
  );
}

function isPaths<B>(target: B | IngressPaths<B>): target is IngressPaths<B> {
  return (
    typeof target === 'object' && target !== null && Object.keys(target).every((key) => key.startsWith('/'))
  );
}

function isTarget<B>(path: IngressPath<B>): path is IngressTarget<B> {
  return typeof path === 'object' && path !== null && 'backend' in path;
}
