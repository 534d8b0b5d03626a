import type { k8s } from 'cdk8s-plus-28';
import { type IConstruct } from 'constructs';
import { type CpuQuantity, type MemoryQuantity } from '../../model/quantity-literal';
import { readQuantity } from '../../model/read-quantity';
import { type Wire } from '../manifest/wire';
import { PropertyError } from '../property-error';
import { type Amounts, amountsManifest, isExtended } from './amounts';

/**
 * Amounts of compute resources. `storage` is none of them: a container's disk is `ephemeral-storage`.
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export interface ResourceList {
  /** Cores: `0.5` or `'500m'`. */
  readonly cpu?: CpuQuantity;
  /** Bytes: `'256Mi'`. */
  readonly memory?: MemoryQuantity;
  /** Bytes of writable layer, logs and emptyDir volumes: `'1Gi'`. */
  readonly 'ephemeral-storage'?: MemoryQuantity;
  /** Huge pages of a size, e.g. `'hugepages-2Mi': '128Mi'`. */
  readonly [hugePages: `hugepages-${string}`]: MemoryQuantity;
  /** An extended resource, e.g. `'nvidia.com/gpu': 1`; whole units. */
  readonly [extended: `${string}/${string}`]: number | `${bigint}`;
}

/** What a container asks for and what it may use at most. */
export interface Resources {
  /** What the scheduler sets aside. */
  readonly requests?: ResourceList;
  /** What the kubelet enforces. */
  readonly limits?: ResourceList;
}

/**
 * The manifest of a container's `resources`.
 * @throws PropertyError if an amount is no quantity, or a request more than its limit
 * @see k8s.io/kubernetes/pkg/apis/core/validation, ValidateContainerResourceRequirements
 */
export function resourcesManifest(
  construct: IConstruct,
  { requests, limits }: Resources,
): Wire<k8s.ResourceRequirements> {
  const manifest = {
    requests: requests && amountsManifest(construct, 'resources.requests', requests as Amounts),
    limits: limits && amountsManifest(construct, 'resources.limits', limits as Amounts),
  };
  for (const [name, request] of Object.entries((requests ?? {}) as Amounts)) {
    const property = `resources.requests['${name}']`;
    const limit = (limits as Amounts | undefined)?.[name];
    const shared = mayBeShared(name);
    if (limit === undefined) {
      if (shared) continue;
      throw new PropertyError(
        construct,
        property,
        'has no limit, which it needs',
        'write it as a limit alone',
      );
    }
    const over = readQuantity(request, property).compare(readQuantity(limit, property));
    if (over > 0 || (over !== 0 && !shared)) {
      throw new PropertyError(
        construct,
        property,
        `is ${String(request)}, but the limit is ${String(limit)}`,
        shared ? 'ask for no more than the limit' : 'ask for as much as the limit',
      );
    }
  }
  const asked = Object.keys({ ...requests, ...limits });
  const pages = asked.find((name) => name.startsWith('hugepages-'));
  if (pages !== undefined && !asked.includes('cpu') && !asked.includes('memory')) {
    throw new PropertyError(
      construct,
      `resources.limits['${pages}']`,
      'needs cpu or memory beside it',
      "write e.g. limits: { memory: '128Mi' } as well",
    );
  }
  return manifest;
}

/** @see k8s.io/kubernetes/pkg/apis/core/helper, IsOvercommitAllowed */
function mayBeShared(name: string): boolean {
  return !name.startsWith('hugepages-') && !isExtended(name);
}
