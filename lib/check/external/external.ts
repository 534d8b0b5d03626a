import { type JsonObject } from '../../model/json-value';
import { type ClusterPodSecurity } from '../pod-security/cluster-pod-security';
import { type ExternalNodes } from './external-node';

/**
 * Objects that exist though nothing in the set makes them. Patterns may hold `*`, for any run of characters.
 *
 * @example
 * ```ts
 * import { type ExternalObjects } from 'kubewright/check';
 *
 * export const declared: readonly ExternalObjects[] = [
 *   { kind: 'Secret', namespace: 'shop', from: 'the vault operator' },
 *   { kind: 'storage.k8s.io/StorageClass', name: ['standard', 'premium-*'] },
 *   { kind: 'Pod', namespace: 'shop', labels: { app: 'cart' }, from: 'the cart operator' },
 * ];
 * ```
 */
export interface ExternalObjects {
  /** `Kind` of the core group, or `group/Kind`, as rules write their kinds. */
  readonly kind: string;
  /** Pattern or patterns of namespaces; every namespace when left out. */
  readonly namespace?: string | readonly string[];
  /** Pattern or patterns of names; every name when left out. */
  readonly name?: string | readonly string[];
  /**
   * Labels that all of them have, by which selectors find them; with any labels when left out. Of a Namespace those
   * count too that set its Pod Security.
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** Where they come from, for people. */
  readonly from?: string;
}

/** A resource that a cluster serves by a CustomResourceDefinition or an API server that is not in the set. */
export interface ExternalResource {
  readonly group: string;
  /** The plural, as in URLs and RBAC rules: `certificates`. */
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** What lies outside of the set that is checked. */
export interface External {
  readonly objects?: readonly ExternalObjects[];
  readonly resources?: readonly ExternalResource[];
  /** CustomResourceDefinitions that are installed, as read from their files: custom resources are held against them. */
  readonly crds?: readonly JsonObject[];
  /** How the cluster's Pod Security admission is configured; of one namespace, declare its labels in `objects`. */
  readonly podSecurity?: ClusterPodSecurity;
  /**
   * The Nodes of the cluster, for the rules about what the scheduler does: a list of them or, in kubewright.config.ts, the
   * path of a file as `kubectl get nodes -o yaml` prints it, from the folder of the configuration. They are not checked
   * themselves. A Node of the set with the same name goes before.
   */
  readonly nodes?: ExternalNodes;
}
