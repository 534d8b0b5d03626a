import { type ObjectMarks } from '../identity';

interface AnyService extends ObjectMarks {
  /** Send all requests of a client to one pod; for a number of seconds, 10800 by the API server. */
  readonly sessionAffinity?: 'None' | 'ClientIP' | { readonly timeoutSeconds: number };
  /** `Local` keeps traffic from inside the cluster on its node. */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
  /** Whether the Service has addresses of one IP family or both. */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
  /** The IP families of its addresses, the first one first. */
  readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
  /** Also send traffic to pods that are not ready; peers of a StatefulSet want it to find each other. */
  readonly publishNotReadyAddresses?: boolean;
  /** Addresses whose traffic the nodes take for this Service; nobody checks who owns them. */
  readonly externalIPs?: readonly string[];
}

interface ClusterIpService extends AnyService {
  /** Where the Service can be reached. @defaultValue `ClusterIP`, by the API server */
  readonly type?: 'ClusterIP';
  /** A fixed address out of the cluster's range. */
  readonly clusterIP?: string;
}

interface HeadlessService extends AnyService {
  /** No address of its own: the name resolves to the pods. */
  readonly type: 'Headless';
}

interface ExposedService extends AnyService {
  readonly clusterIP?: string;
  /** `Local` keeps the client's address and sends traffic only to pods on the node that got it. */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
}

interface NodePortService extends ExposedService {
  /** Opens each port on every node; see `nodePort` of a port. */
  readonly type: 'NodePort';
}

interface LoadBalancerService extends ExposedService {
  /** Asks the cloud for a load balancer. */
  readonly type: 'LoadBalancer';
  /** Who makes the load balancer, if it is not the cloud's default. */
  readonly loadBalancerClass?: string;
  /** Client ranges that the load balancer lets in, as CIDRs. */
  readonly loadBalancerSourceRanges?: readonly string[];
  /** Whether node ports are opened too, which some load balancers do without. */
  readonly allocateLoadBalancerNodePorts?: boolean;
  /** Only with `externalTrafficPolicy: 'Local'`. */
  readonly healthCheckNodePort?: number;
}

/** How a Service is reached; the pattern knows its pods and ports. */
export type ServiceOptions = ClusterIpService | HeadlessService | NodePortService | LoadBalancerService;
