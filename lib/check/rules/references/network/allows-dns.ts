import { objectField, textField, textMapField } from '../../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../../model/json-value';
import { NAMESPACE_NAME } from './namespaces-of';
import { type TrafficRule } from './policy-selection';

/** Labels by which the pods of the cluster's DNS are known. */
const DNS_LABELS: readonly string[] = [
  'k8s-app',
  'app.kubernetes.io/name',
  'app',
  'dns.operator.openshift.io/daemonset-dns',
];
const DNS_NAMES = /dns|^default$/;
/** CoreDNS listens there in some distributions: the port of the pod counts, not that of its Service. */
const DNS_PORTS: ReadonlySet<JsonValue> = new Set<JsonValue>([53, 'dns', 'dns-tcp', 5353, 1053, 8053]);

/**
 * Whether a rule of egress may let questions to the cluster's DNS out. What cannot be known counts for yes: addresses,
 * and namespaces by labels that somebody gives them.
 */
export function mayAllowDns({ peers, ports }: TrafficRule): boolean {
  return (ports === undefined || ports.some(isDnsPort)) && (peers === undefined || peers.some(mayBeDns));
}

/** Where API servers listen, behind the port 443 of their Service. */
const API_PORTS: ReadonlySet<JsonValue> = new Set<JsonValue>([6443, 16443]);

/** Whether a rule lets out to the API server alone, which pods know by its address (KUBERNETES_SERVICE_HOST). */
export function isToApiServer({ peers = [], ports = [] }: TrafficRule): boolean {
  return (
    ports.length > 0 &&
    ports.every(({ port, endPort }) => endPort === undefined && port !== undefined && API_PORTS.has(port)) &&
    peers.every((peer) => objectField(peer, 'ipBlock') !== undefined)
  );
}

function isDnsPort({ port, endPort, protocol }: JsonObject): boolean {
  // Clients ask by UDP first.
  if (protocol !== 'UDP') return false;
  if (port === undefined || DNS_PORTS.has(port)) return true;
  return typeof port === 'number' && typeof endPort === 'number' && port <= 53 && endPort >= 53;
}

function mayBeDns(peer: JsonObject): boolean {
  if (objectField(peer, 'ipBlock') !== undefined) return true;
  const namespaces = objectField(peer, 'namespaceSelector');
  // The policy's own namespace; its DNS is elsewhere, except in kube-system itself, which the caller sees to.
  if (namespaces === undefined) return false;
  const named = textMapField(namespaces, 'matchLabels')[NAMESPACE_NAME];
  if (named !== undefined && !/dns|kube-system/.test(named)) return false;
  const pods = textMapField(objectField(peer, 'podSelector'), 'matchLabels');
  return Object.entries(pods).every(([key, value]) => !DNS_LABELS.includes(key) || DNS_NAMES.test(value));
}

/** Whether pods ask the cluster's DNS: not where they bring their own. */
export function usesClusterDns(spec: JsonObject | undefined): boolean {
  const policy = textField(spec, 'dnsPolicy') ?? 'ClusterFirst';
  if (policy === 'None' || policy === 'Default') return false;
  return !(spec?.hostNetwork === true);
}
