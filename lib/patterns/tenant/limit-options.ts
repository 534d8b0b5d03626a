import { type IConstruct } from 'constructs';
import { type MemoryQuantity, type QuantityLiteral } from '../../model/quantity-literal';
import { wireQuantity } from '../manifest/quantity';
import { type ResourceList } from '../pod/resources';

/** By how much a limit may exceed its request, as a factor. */
export type LimitRatio = { readonly [Name in keyof ResourceList]?: number | `${number}` };

/** Bounds for every container, and what one gets that says nothing. */
export interface ContainerLimits {
  /** Limits of a container that has none. */
  readonly default?: ResourceList;
  /** Requests of a container that has none. @defaultValue its limit, by the API server */
  readonly defaultRequest?: ResourceList;
  readonly min?: ResourceList;
  readonly max?: ResourceList;
  readonly maxLimitRequestRatio?: LimitRatio;
}

/** Bounds for the sum of a pod's containers. There are no defaults of a pod. */
export type PodLimits = Pick<ContainerLimits, 'min' | 'max' | 'maxLimitRequestRatio'>;

interface StorageAmount {
  readonly storage: MemoryQuantity;
}

/** Bounds for the size of a claim: at least one. */
export type ClaimLimits =
  | { readonly min: StorageAmount; readonly max?: StorageAmount }
  | { readonly min?: StorageAmount; readonly max: StorageAmount };

/** A LimitRange. */
export interface LimitOptions {
  readonly container?: ContainerLimits;
  readonly pod?: PodLimits;
  readonly claim?: ClaimLimits;
}

/** The `spec` of a LimitRange. */
export function limitRangeSpec(
  construct: IConstruct,
  { container, pod, claim }: LimitOptions,
): Record<string, unknown> {
  const entries: [string, string, object | undefined][] = [
    ['Container', 'container', container],
    ['Pod', 'pod', pod],
    ['PersistentVolumeClaim', 'claim', claim],
  ];
  return {
    limits: entries.flatMap(([type, property, limits]) =>
      limits === undefined
        ? []
        : [
            {
              type,
              ...Object.fromEntries(
                Object.entries(limits).map(([bound, amounts]) => [
                  bound,
                  Object.fromEntries(
                    (Object.entries(amounts as object) as [string, QuantityLiteral][]).map(
                      ([name, amount]) => [
                        name,
                        wireQuantity(amount, `limits.${property}.${bound}['${name}']`, construct),
                      ],
                    ),
                  ),
                ]),
              ),
            },
          ],
    ),
  };
}
