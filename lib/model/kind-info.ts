import { type KubernetesVersion } from './kubernetes-version';

/** The verbs that the API server derives from a request to a resource (`requestinfo.go`). */
export type ApiVerb =
  'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

/** The minors that something is served in. */
export interface ServedRange {
  /** First minor; `'1.28'`, the oldest covered, may also mean that it is older. */
  readonly since: KubernetesVersion;
  /** Last minor; absent when the newest covered one still serves it. */
  readonly until?: KubernetesVersion;
}

/** One API version of a kind, without the group: `v1`, `v1beta1`. */
export interface KindVersion extends ServedRange {
  readonly version: string;
}

/** Something below a resource, such as `pods/log`. */
export interface SubresourceInfo extends ServedRange {
  readonly verbs: readonly ApiVerb[];
  /** What is sent to it, when that is not the kind itself: `policy/v1 Eviction` for `pods/eviction`. */
  readonly body?: { readonly apiVersion: string; readonly kind: string };
}

/** A built-in kind, over all covered minors. */
export interface KindInfo {
  /** API group; the core group is `''`. */
  readonly group: string;
  readonly kind: string;
  /** Name of the resource in URLs and in RBAC rules. */
  readonly plural: string;
  /** Abbreviations that kubectl takes. */
  readonly shortNames: readonly string[];
  readonly namespaced: boolean;
  readonly verbs: readonly ApiVerb[];
  /** The most stable first, then the newest: `v2`, `v1`, `v1beta2`, `v1beta1`, `v1alpha1`. */
  readonly versions: readonly KindVersion[];
  readonly subresources: Readonly<Record<string, SubresourceInfo>>;
}
