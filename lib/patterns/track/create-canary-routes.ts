import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type JsonObject } from '../../model/json-value';
import { type Identity, objectMetadata } from '../identity';
import { createObject } from '../manifest/create-object';
import { type Patch } from '../manifest/patch';
import { createIngress } from '../network/create-ingress';
import { type MadeService } from '../service/create-service';
import { findServicePort } from '../service/find-service-port';
import { type GatewaySplit, type NginxSplit, type StickyCookie } from './traffic-split';

const NGINX = 'nginx.ingress.kubernetes.io';

/** The two Ingresses of a split by ingress-nginx: the second one is marked as the canary of the first. */
export function createCanaryIngresses<P extends string>(
  identity: Identity,
  split: NginxSplit<P>,
  stable: MadeService<P>,
  canary: MadeService<P>,
  patch: {
    readonly ingress?: Patch<k8s.KubeIngressProps>;
    readonly canaryIngress?: Patch<k8s.KubeIngressProps>;
  },
): readonly ApiObject[] {
  const { ingress: options, header, cookie } = split;
  // Those of session affinity count on the canary too, all others are taken from the main Ingress.
  const sticky = split.sticky === undefined ? {} : stickyAnnotations(split.sticky);
  const marks = {
    [`${NGINX}/canary`]: 'true',
    [`${NGINX}/canary-weight`]: String(split.weight),
    ...(typeof header === 'string' && { [`${NGINX}/canary-by-header`]: header }),
    ...(typeof header === 'object' && {
      [`${NGINX}/canary-by-header`]: header.name,
      [`${NGINX}/canary-by-header-value`]: header.value,
    }),
    ...(cookie !== undefined && { [`${NGINX}/canary-by-cookie`]: cookie }),
  };
  const ingress = (
    id: string,
    service: MadeService<P>,
    annotations: Readonly<Record<string, string>>,
    own: { readonly name?: string; readonly patch?: Patch<k8s.KubeIngressProps> | undefined },
  ): ApiObject =>
    createIngress<P>(
      identity,
      {
        ...options,
        ...(own.name !== undefined && { name: own.name }),
        annotations: { ...options.annotations, ...annotations },
      },
      (name, property) => findServicePort(identity.construct, service.ports, name, property),
      { id, patch: own.patch },
    );
  return [
    ingress('ingress', stable, sticky, { patch: patch.ingress }),
    ingress(
      'canary-ingress',
      canary,
      { ...sticky, ...marks },
      { name: `${options.name ?? identity.name}-canary`, patch: patch.canaryIngress },
    ),
  ];
}

function stickyAnnotations({ cookie, maxAgeSeconds }: StickyCookie): Record<string, string> {
  return {
    [`${NGINX}/affinity`]: 'cookie',
    [`${NGINX}/affinity-canary-behavior`]: 'sticky',
    [`${NGINX}/session-cookie-name`]: cookie,
    ...(maxAgeSeconds !== undefined && { [`${NGINX}/session-cookie-max-age`]: String(maxAgeSeconds) }),
  };
}

/** The HTTPRoute of a split by gateway. */
export function createCanaryRoute<P extends string>(
  identity: Identity,
  split: GatewaySplit<P>,
  stable: MadeService<P>,
  canary: MadeService<P>,
  patch?: JsonObject,
): ApiObject {
  const backend = (service: MadeService<P>, weight: number): Record<string, unknown> => {
    const { service: name, number } = findServicePort(
      identity.construct,
      service.ports,
      split.port,
      'traffic.port',
    );
    return { name, port: number, weight };
  };
  const { sticky } = split;
  return createObject(
    identity.construct,
    'route',
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: objectMetadata(identity),
      spec: {
        parentRefs: split.gateways,
        hostnames: split.hostnames,
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: split.path ?? '/' } }],
            backendRefs: [backend(stable, 100 - split.weight), backend(canary, split.weight)],
            sessionPersistence: sticky && {
              type: 'Cookie',
              sessionName: sticky.cookie,
              ...(sticky.maxAgeSeconds === undefined
                ? {}
                : {
                    cookieConfig: { lifetimeType: 'Permanent' },
                    absoluteTimeout: `${sticky.maxAgeSeconds}s`,
                  }),
            },
          },
        ],
      },
    },
    { patch },
  );
}
