import { type JsonObject } from '../../model/json-value';

/**
 * A Node of the cluster, in as many words as the scheduler needs.
 *
 * @example
 * ```ts
 * import { type ExternalNode } from 'kubewright/check';
 *
 * export const workers: readonly ExternalNode[] = ['a', 'b', 'c'].map((zone) => ({
 *   name: `worker-${zone}`,
 *   labels: { 'topology.kubernetes.io/zone': zone },
 *   allocatable: { cpu: '7800m', memory: '30Gi', pods: 110 },
 * }));
 * ```
 */
export interface ExternalNode {
  readonly name: string;
  /**
   * Its labels. Those that every kubelet gives need not be written: `kubernetes.io/hostname` is the name then,
   * `kubernetes.io/os` is `linux`, and `kubernetes.io/arch` is `amd64`.
   */
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly ExternalTaint[];
  /** What pods may have of it, as quantities: `{ cpu: '7800m', memory: '30Gi' }`. As much as they like when left out. */
  readonly allocatable?: Readonly<Record<string, string | number>>;
  /** Whether it is cordoned, and takes no new pods. @defaultValue false */
  readonly unschedulable?: boolean;
  /** What has a kind is a {@link NodeManifest}. */
  readonly kind?: never;
}

/** A taint of a Node, which keeps pods away that do not tolerate it. */
export interface ExternalTaint {
  readonly key: string;
  readonly value?: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** A Node as the API server gives it. Its `status.allocatable` counts, and of its `spec` taints and `unschedulable`. */
export type NodeManifest = JsonObject & { readonly kind: 'Node' };

/** The Nodes of a cluster, or the path of a file that has them. */
export type ExternalNodes = string | readonly (ExternalNode | NodeManifest)[];
