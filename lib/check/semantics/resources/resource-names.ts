import { labelKeyErrors } from '../../../model/names/label-key';

// The sets of pkg/apis/core/helper/helpers.go.

const HUGE_PAGES = 'hugepages-';

/** What pods ask for, and quotas limit, by itself, as request and as limit. */
const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];

/** What a quota counts. */
const COUNTED: ReadonlySet<string> = new Set([
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
]);

const QUOTA: ReadonlySet<string> = new Set([
  ...COMPUTE,
  ...COMPUTE.map((name) => `requests.${name}`),
  ...COMPUTE.map((name) => `limits.${name}`),
  'requests.storage',
  ...COUNTED,
]);

const CONTAINER: ReadonlySet<string> = new Set(COMPUTE);

/** Names without a domain that a container may ask for: cpu, memory, ephemeral storage, huge pages. */
export function isContainerResource(name: string): boolean {
  return CONTAINER.has(name) || isHugePages(name);
}

/** `hugepages-2Mi` and its kin. */
export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** Names without a domain that a quota may limit. */
export function isQuotaResource(name: string): boolean {
  return QUOTA.has(name) || isHugePages(name) || name.startsWith(`requests.${HUGE_PAGES}`);
}

/** Names without a domain that mean something to Kubernetes. */
export function isStandardResource(name: string): boolean {
  return name === 'storage' || isQuotaResource(name);
}

/** Whether it is Kubernetes' own: it has no domain, or one of kubernetes.io. */
export function isNativeResource(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Whether it is of somebody else, as `nvidia.com/gpu` (IsExtendedResourceName). */
export function isExtendedResource(name: string): boolean {
  if (isNativeResource(name) || name.startsWith('requests.')) return false;
  return labelKeyErrors(`requests.${name}`).length === 0;
}

/** Whether its amounts are whole numbers. */
export function isIntegerResource(name: string): boolean {
  return COUNTED.has(name) || isExtendedResource(name);
}

/** Whether limits may be above requests. */
export function isOvercommitAllowed(name: string): boolean {
  return isNativeResource(name) && !isHugePages(name);
}
