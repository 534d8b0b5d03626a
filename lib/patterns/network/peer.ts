import type { k8s } from 'cdk8s-plus-28';
import { type IConstruct } from 'constructs';
import { dns1123LabelErrors } from '../../model/names/dns1123-label';
import { type Identity } from '../identity';
import { isStrictlyWithin, refuseCidr } from '../manifest/refuse-address';
import { refuseName } from '../manifest/refuse-name';
import { refuseLabels } from '../manifest/refuse-text';
import { type Wire } from '../manifest/wire';
import { PropertyError } from '../property-error';
import { type PodGroup } from '../workload/pod-group';

/** Label that the API server puts on every Namespace: its name. */
const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Whom a NetworkPolicy lets talk. */
export type NetworkPeer =
  /** The pods of a workload of this library. */
  | PodGroup
  /** Anybody, inside the cluster and out. */
  | 'anyone'
  /** Every pod of the policy's own namespace. */
  | 'same-namespace'
  /** Pods of a namespace by its name; all of them, or those with some labels. */
  | { readonly namespace: string; readonly pods?: Readonly<Record<string, string>> }
  /** Pods of all namespaces with some labels. */
  | {
      readonly namespaceLabels: Readonly<Record<string, string>>;
      readonly pods?: Readonly<Record<string, string>>;
    }
  /** Pods of the policy's own namespace with some labels. */
  | { readonly pods: Readonly<Record<string, string>> }
  /** Addresses outside the cluster, e.g. `10.0.0.0/8`. */
  | { readonly cidr: string; readonly except?: readonly string[] };

/** Whether a peer is a workload. */
export function isPodGroup(peer: NetworkPeer): peer is PodGroup {
  return typeof peer === 'object' && 'selectorLabels' in peer;
}

/** The manifest of a peer; undefined for anybody, who has none. */
export function peerManifest(
  identity: Identity,
  property: string,
  peer: NetworkPeer,
): Wire<k8s.NetworkPolicyPeer> | undefined {
  if (peer === 'anyone') return undefined;
  if (peer === 'same-namespace') return { podSelector: {} };
  if (isPodGroup(peer)) {
    if (Object.keys(peer.selectorLabels).length === 0) {
      throw new PropertyError(
        identity.construct,
        property,
        `is '${peer.name}', whose pods have no label to be told by`,
        'give it labels',
      );
    }
    return {
      namespaceSelector:
        peer.namespace === undefined || peer.namespace === identity.namespace
          ? undefined
          : { matchLabels: { [NAMESPACE_NAME_LABEL]: peer.namespace } },
      podSelector: { matchLabels: peer.selectorLabels },
    };
  }
  if ('cidr' in peer) {
    refuseBlock(identity.construct, property, peer);
    return { ipBlock: peer };
  }
  refuseLabels(identity.construct, `${property}.pods`, peer.pods);
  const podSelector = peer.pods && { matchLabels: peer.pods };
  if ('namespace' in peer) {
    refuseName(
      identity.construct,
      `${property}.namespace`,
      peer.namespace,
      dns1123LabelErrors(peer.namespace),
    );
    return { namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: peer.namespace } }, podSelector };
  }
  if ('namespaceLabels' in peer) {
    refuseLabels(identity.construct, `${property}.namespaceLabels`, peer.namespaceLabels);
    return { namespaceSelector: { matchLabels: peer.namespaceLabels }, podSelector };
  }
  return { podSelector };
}

/** @see k8s.io/kubernetes/pkg/apis/networking/validation, ValidateIPBlock */
function refuseBlock(
  construct: IConstruct,
  property: string,
  { cidr, except = [] }: { readonly cidr: string; readonly except?: readonly string[] },
): void {
  refuseCidr(construct, `${property}.cidr`, cidr);
  for (const part of except) {
    refuseCidr(construct, `${property}.except`, part);
    if (isStrictlyWithin(part, cidr)) continue;
    throw new PropertyError(
      construct,
      `${property}.except`,
      `has '${part}', which is no part of '${cidr}'`,
      'leave it out',
    );
  }
}
