import { type CpuQuantity, type MemoryQuantity } from '../../model/quantity-literal';

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
