import { type IConstruct } from 'constructs';
import { type QuantityLiteral } from '../../model/quantity-literal';
import { wireQuantity } from '../manifest/quantity';

type ComputeName = 'cpu' | 'memory' | 'ephemeral-storage';

/** Counts that have a name of their own; any other kind is counted by `count/...`. */
type CountName =
  | 'configmaps'
  | 'persistentvolumeclaims'
  | 'pods'
  | 'replicationcontrollers'
  | 'resourcequotas'
  | 'secrets'
  | 'services'
  | 'services.loadbalancers'
  | 'services.nodeports';

/**
 * What a ResourceQuota can limit.
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export type QuotaName =
  | ComputeName
  | `${'requests' | 'limits'}.${ComputeName}`
  | 'requests.storage'
  | CountName
  /** Objects of a resource: `count/deployments.apps`; of the core group: `count/pods`. */
  | `count/${string}`
  | `hugepages-${string}`
  | `requests.hugepages-${string}`
  /** An extended resource, which is the same as its limit: `requests.nvidia.com/gpu`. */
  | `requests.${string}/${string}`
  /** Of one StorageClass: `gold.storageclass.storage.k8s.io/requests.storage`. */
  | `${string}.storageclass.storage.k8s.io/${'requests.storage' | 'persistentvolumeclaims'}`;

/** Limits by what they limit. */
export type QuotaLimits = { readonly [Name in QuotaName]?: QuantityLiteral };

/**
 * Which pods a ResourceQuota counts.
 * @see k8s.io/kubernetes/pkg/apis/core, ResourceQuotaScope
 */
export type QuotaScope =
  'BestEffort' | 'NotBestEffort' | 'Terminating' | 'NotTerminating' | 'CrossNamespacePodAffinity';

/** One ResourceQuota. */
export interface QuotaOptions {
  readonly hard: QuotaLimits;
  /** Only pods of all these kinds. @defaultValue all */
  readonly scopes?: readonly QuotaScope[];
  /** Only pods of these PriorityClasses. */
  readonly priorityClasses?: readonly string[];
}

/** The `spec` of a ResourceQuota. */
export function quotaSpec(
  construct: IConstruct,
  property: string,
  { hard, scopes, priorityClasses }: QuotaOptions,
): Record<string, unknown> {
  return {
    hard: Object.fromEntries(
      (Object.entries(hard) as [string, QuantityLiteral][]).map(([name, limit]) => [
        name,
        wireQuantity(limit, `${property}['${name}']`, construct),
      ]),
    ),
    scopes,
    scopeSelector: priorityClasses && {
      matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: priorityClasses }],
    },
  };
}
