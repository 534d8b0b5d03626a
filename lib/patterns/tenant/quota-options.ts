import { type IConstruct } from 'constructs';
import { type QuantityLiteral } from '../../model/quantity-literal';
import { wireQuantity } from '../manifest/quantity';
import { refuseQualifiedName } from '../manifest/refuse-text';
import { isExtended, refuseFraction } from '../pod/amounts';
import { PropertyError } from '../property-error';

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
  options: QuotaOptions,
): Record<string, unknown> {
  const { hard, scopes, priorityClasses } = options;
  refuseScopes(construct, property, options);
  return {
    hard: Object.fromEntries(
      (Object.entries(hard) as [string, QuantityLiteral][]).map(([name, limit]) => {
        const of = `${property}['${name}']`;
        refuseQualifiedName(construct, of, name);
        const manifest = wireQuantity(limit, of, construct);
        if (isCounted(name)) refuseFraction(construct, of, limit);
        return [name, manifest];
      }),
    ),
    scopes,
    scopeSelector: priorityClasses && {
      matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: priorityClasses }],
    },
  };
}

const COUNTED: ReadonlySet<string> = new Set<CountName>([
  'configmaps',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'services',
  'services.loadbalancers',
  'services.nodeports',
]);

/** @see k8s.io/kubernetes/pkg/apis/core/helper, IsIntegerResourceName */
function isCounted(name: string): boolean {
  return COUNTED.has(name) || (isExtended(name) && !name.startsWith('requests.'));
}

const OF_PODS: readonly string[] = [
  'pods',
  'cpu',
  'memory',
  'requests.cpu',
  'requests.memory',
  'limits.cpu',
  'limits.memory',
] satisfies readonly QuotaName[];

const OPPOSITES = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

/** @see k8s.io/kubernetes/pkg/apis/core/validation, validateResourceQuotaScopes */
function refuseScopes(
  construct: IConstruct,
  property: string,
  { hard, scopes = [], priorityClasses }: QuotaOptions,
): void {
  const of = property.replace(/\.hard$/, '');
  if (priorityClasses?.length === 0) {
    throw new PropertyError(construct, `${of}.priorityClasses`, 'is empty', 'name a PriorityClass');
  }
  const opposites = OPPOSITES.find((pair) => pair.every((scope) => scopes.includes(scope)));
  if (opposites !== undefined) {
    throw new PropertyError(construct, `${of}.scopes`, `has ${opposites.join(' and ')}`, 'write one of them');
  }
  const all = [...scopes, ...(priorityClasses === undefined ? [] : ['PriorityClass'])];
  for (const scope of all) {
    const known = scope === 'BestEffort' ? ['pods'] : OF_PODS;
    const unknown = Object.keys(hard).find((name) => !known.includes(name));
    if (unknown === undefined) continue;
    throw new PropertyError(
      construct,
      `${property}['${unknown}']`,
      `cannot be counted for ${scope} pods alone`,
      `with that scope it is one of ${known.join(', ')}`,
    );
  }
}
