import type { k8s } from 'cdk8s-plus-28';
import { type Wire } from '../manifest/wire';
import { type ContainerOptions, type InitContainerOptions } from './container-options';
import { type PullSecret } from './pull-secrets';
import { type AntiAffinityOptions, type Toleration, type TopologySpread } from './scheduling';
import { type PodOs } from './security';

/**
 * The pod of a workload: its main container, written directly, and all around it. `P` is the union of the
 * port names of all its containers.
 */
export interface PodOptions<P extends string> extends ContainerOptions<P> {
  /** Name of the main container. @defaultValue the name of the workload */
  readonly containerName?: string;
  /** Further containers by name. */
  readonly containers?: Readonly<Record<string, ContainerOptions<P>>>;
  /** Containers that run before, in this order, by name; `sidecar: true` keeps one running beside. */
  readonly initContainers?: Readonly<Record<string, InitContainerOptions<P>>>;

  /** Labels of the pods alone. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Annotations of the pods alone. A change restarts them. */
  readonly podAnnotations?: Readonly<Record<string, string>>;

  /** Labels that a node must have. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Affinity in the fields of the manifest, for all that `nodeSelector` and `antiAffinity` do not say. */
  readonly affinity?: Wire<k8s.Affinity>;
  /** Keeps the pods of this workload apart. */
  readonly antiAffinity?: AntiAffinityOptions;
  /** Spreads the pods of this workload evenly. */
  readonly topologySpread?: readonly TopologySpread[];
  readonly tolerations?: readonly Toleration[];
  /** Name of the node, past the scheduler. */
  readonly nodeName?: string;
  /** The scheduler that places the pods. */
  readonly schedulerName?: string;
  /** Name of a PriorityClass. */
  readonly priorityClass?: string;
  /** Whether pods of a lower priority may be evicted for these. */
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never';
  /** Name of a RuntimeClass. */
  readonly runtimeClass?: string;
  /** @defaultValue `linux`, which is not written down */
  readonly os?: PodOs;

  /** Merged over the defaults; see docs/patterns/defaults.md. */
  readonly podSecurityContext?: Wire<k8s.PodSecurityContext>;
  /** Registry credentials: names of Secrets, or AppSecrets; `AppSecret.existing` for one that is made elsewhere. */
  readonly imagePullSecrets?: readonly PullSecret[];
  /**
   * Whether the containers get the token of the ServiceAccount.
   * @defaultValue `false` where the pods have no ServiceAccount of their own
   */
  readonly automountServiceAccountToken?: boolean;

  /** Seconds between SIGTERM and SIGKILL. @defaultValue 30, by the API server */
  readonly terminationGracePeriodSeconds?: number;
  /** Which name servers the pods ask. */
  readonly dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  readonly dnsConfig?: Wire<k8s.PodDnsConfig>;
  /** Lines of /etc/hosts: IP to host names. */
  readonly hostAliases?: Readonly<Record<string, readonly string[]>>;
  /** The pod's own name, in place of the name of the Pod. */
  readonly hostname?: string;
  /** Name of a headless Service, for a DNS name of the pod: `<hostname>.<subdomain>`. */
  readonly subdomain?: string;
  /** Gives the pod its full DNS name as hostname. */
  readonly setHostnameAsFQDN?: boolean;
  /** Whether each Service of the namespace becomes environment variables. */
  readonly enableServiceLinks?: boolean;
  /** Lets the containers of the pod see the processes of each other. */
  readonly shareProcessNamespace?: boolean;
  /** Use the node's network. Pod Security `baseline` refuses it, as the next two. */
  readonly hostNetwork?: boolean;
  /** Use the node's processes. */
  readonly hostPID?: boolean;
  /** Use the node's shared memory. */
  readonly hostIPC?: boolean;
  /** `false` gives the pod a user namespace of its own. */
  readonly hostUsers?: boolean;
  /** Further conditions that the pod needs to be ready, set by a controller. */
  readonly readinessGates?: readonly string[];
}
