import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type Identity, objectMetadata } from '../identity';
import { portNameErrors } from '../../model/names/port-name';
import { createObject } from '../manifest/create-object';
import { type Patch } from '../manifest/patch';
import { wirePort } from '../manifest/port-number';
import { refuseName } from '../manifest/refuse-name';
import { type Wire } from '../manifest/wire';
import { type PortOptions } from '../pod/ports';
import { PropertyError } from '../property-error';
import { type PodGroup } from '../workload/pod-group';
import { isPodGroup, type NetworkPeer, peerManifest } from './peer';

/** A port that traffic may go to: a number, or with the protocol, or a range. */
export type NetworkPort =
  | number
  | {
      /** The port: a number, or its name in the pods. */
      readonly port: number | string;
      /** Last port of a range that begins at `port`. */
      readonly endPort?: number;
      /** @defaultValue `TCP`, by the API server */
      readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
    };

/** Who may connect to the pods, on which of their ports. */
export interface AllowFrom<P extends string> {
  /** Who may connect. */
  readonly peers: readonly NetworkPeer[];
  /** Names of the ports that they may connect to. @defaultValue all ports */
  readonly ports?: readonly NoInfer<P>[];
}

/** Whom the pods may connect to, on which ports. */
export interface AllowTo {
  /** Whom they may connect to. */
  readonly peers: readonly NetworkPeer[];
  /** The ports that they may connect to. @defaultValue all ports */
  readonly ports?: readonly NetworkPort[];
}

/** What traffic the pods of a workload may have. A direction that is left out stays open. */
export interface NetworkPolicyOptions<P extends string> {
  /** Who may connect to the pods; an empty list is nobody. */
  readonly allowFrom?: readonly (NetworkPeer | AllowFrom<P>)[];
  /**
   * Whom the pods may connect to; an empty list is nobody but DNS. A workload of this library is reached
   * on its container ports only.
   */
  readonly allowTo?: readonly (NetworkPeer | AllowTo)[];
  /** Whether pods whose outgoing traffic is restricted may still ask DNS. @defaultValue true */
  readonly dns?: boolean;
}

/**
 * Lets pods ask the cluster's DNS: port 53 of the pods that carry the label of kube-dns, which CoreDNS
 * keeps, in kube-system.
 */
export const DNS_EGRESS: Wire<k8s.NetworkPolicyEgressRule> = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

/** Makes the NetworkPolicy of a workload. */
export function createNetworkPolicy(
  identity: Identity,
  pods: Pick<PodGroup, 'selectorLabels' | 'ports'>,
  options: NetworkPolicyOptions<string>,
  patch?: Patch<k8s.KubeNetworkPolicyProps>,
): ApiObject {
  if (options.allowFrom === undefined && options.allowTo === undefined) {
    // SetDefaults_NetworkPolicy: a policy without directions is one of Ingress, and lets nobody in.
    throw new PropertyError(
      identity.construct,
      'networkPolicy',
      'says nothing, which Kubernetes takes for nobody may connect',
      'write allowFrom: [] for that, or whom to allow',
    );
  }
  const ingress = options.allowFrom?.map((from, index): Wire<k8s.NetworkPolicyIngressRule> => {
    const property = `networkPolicy.allowFrom[${index}]`;
    const { peers, ports } = isRule<AllowFrom<string>>(from) ? from : { peers: [from], ports: undefined };
    refuseEmpty(identity, property, { peers, ports });
    return {
      from: peerManifests(identity, property, peers),
      ports: ports?.map((name) => ownPort(identity, property, pods.ports, name)),
    };
  });
  const egress = options.allowTo?.map((to, index): Wire<k8s.NetworkPolicyEgressRule> => {
    const property = `networkPolicy.allowTo[${index}]`;
    const { peers, ports } = isRule<AllowTo>(to) ? to : { peers: [to], ports: containerPorts(to) };
    refuseEmpty(identity, property, { peers, ports });
    return {
      to: peerManifests(identity, property, peers),
      ports: ports?.map((port) => portManifest(identity, `${property}.ports`, port)),
    };
  });
  if (egress !== undefined && options.dns !== false) egress.push(DNS_EGRESS);
  return createObject(
    identity.construct,
    'network-policy',
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: objectMetadata(identity),
      spec: {
        podSelector: { matchLabels: pods.selectorLabels },
        policyTypes: [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
        ingress,
        egress,
      },
    },
    { patch },
  );
}

function isRule<R extends { readonly peers: readonly NetworkPeer[] }>(entry: NetworkPeer | R): entry is R {
  return typeof entry === 'object' && 'peers' in entry;
}

/** An empty list means all in a NetworkPolicy, which is seldom what somebody who writes one means. */
function refuseEmpty(
  { construct }: Identity,
  property: string,
  lists: Readonly<Record<'peers' | 'ports', readonly unknown[] | undefined>>,
): void {
  for (const [list, entries] of Object.entries(lists)) {
    if (entries?.length !== 0) continue;
    throw new PropertyError(
      construct,
      `${property}.${list}`,
      'is empty, which Kubernetes takes for all',
      list === 'peers' ? "leave the entry out, or say 'anyone'" : 'leave the list out to mean all',
    );
  }
}

/** A port of the pods by name, with its protocol: without one the name of a UDP port would find nothing. */
function ownPort(
  { construct }: Identity,
  property: string,
  ports: ReadonlyMap<string, PortOptions>,
  name: string,
): Wire<k8s.NetworkPolicyPort> {
  const port = ports.get(name);
  if (port === undefined) {
    throw new PropertyError(
      construct,
      `${property}.ports`,
      `has port '${name}', which the pods do not have`,
      `their ports are ${[...ports.keys()].map((known) => `'${known}'`).join(', ')}`,
    );
  }
  return { port: name, protocol: port.protocol };
}

/** No list at all is the manifest's way to say anybody. */
function peerManifests(
  identity: Identity,
  property: string,
  peers: readonly NetworkPeer[],
): readonly Wire<k8s.NetworkPolicyPeer>[] | undefined {
  const manifests = peers.map((peer) => peerManifest(identity, property, peer));
  return manifests.includes(undefined) ? undefined : manifests.filter((peer) => peer !== undefined);
}

function containerPorts(peer: NetworkPeer): readonly NetworkPort[] | undefined {
  if (!isPodGroup(peer) || peer.ports.size === 0) return undefined;
  return [...peer.ports.values()].map(({ containerPort, protocol }) => ({
    port: containerPort,
    ...(protocol && { protocol }),
  }));
}

/** @see k8s.io/kubernetes/pkg/apis/networking/validation, ValidateNetworkPolicyPort */
function portManifest(
  { construct }: Identity,
  property: string,
  written: NetworkPort,
): Wire<k8s.NetworkPolicyPort> {
  const options = typeof written === 'number' ? { port: written } : written;
  const { port, endPort } = options;
  if (typeof port === 'number') wirePort(construct, property, port);
  else refuseName(construct, property, port, portNameErrors(port));
  if (endPort === undefined) return options;
  wirePort(construct, `${property}: endPort`, endPort);
  if (typeof port === 'string' || endPort < port) {
    throw new PropertyError(
      construct,
      `${property}: endPort`,
      `is ${endPort}, which ends no range that begins at '${port}'`,
      'write both as numbers, the smaller one as `port`',
    );
  }
  return options;
}
