import { compareKubernetesVersions, type KubernetesVersion } from '../../model/kubernetes-version';

/** `hugepages-2Mi` and the like. Upstream: `IsHugePageResourceName`, pkg/apis/core/v1/helper/helpers.go. */
export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/**
 * A resource of Kubernetes' own, with or without its prefix: all that have no domain, or one of kubernetes.io.
 *
 * Upstream: `IsNativeResource`, pkg/apis/core/v1/helper/helpers.go.
 */
export function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Whether limit and request have to be the same. Upstream: `IsOvercommitAllowed`, in the same file. */
export function mayOvercommit(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** Devices of a DeviceClass, asked for as an extended resource. */
const OF_DEVICE_CLASSES = 'deviceclass.resource.kubernetes.io/';

/**
 * A resource of devices, which a quota knows by `requests.<name>`.
 *
 * Upstream: `IsExtendedResourceName`, in the same file; since 1.35 `IsDRAExtendedResourceName`, pkg/scheduler/util.
 */
export function isExtended(name: string, target: KubernetesVersion): boolean {
  if (name.startsWith(OF_DEVICE_CLASSES)) return compareKubernetesVersions(target, '1.35') >= 0;
  return !isNative(name) && !name.startsWith('requests.');
}

/**
 * Whether a name in a quota stands for an extended resource.
 *
 * Upstream: `isExtendedResourceNameForQuota`, pkg/quota/v1/evaluator/core/pods.go.
 */
export function isExtendedInQuota(name: string, target: KubernetesVersion): boolean {
  const of = name.startsWith('requests.') ? name.slice('requests.'.length) : undefined;
  return (
    of !== undefined && (!isNative(name) || (of.startsWith(OF_DEVICE_CLASSES) && isExtended(of, target)))
  );
}
