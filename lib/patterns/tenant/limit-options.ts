import { type IConstruct } from 'constructs';
import { Quantity } from '../../model/quantity';
import { type MemoryQuantity } from '../../model/quantity-literal';
import { readQuantity } from '../../model/read-quantity';
import { type Amounts, amountsManifest } from '../pod/amounts';
import { type ResourceList } from '../pod/resources';
import { PropertyError } from '../property-error';

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

type Bounds = Readonly<Partial<Record<keyof ContainerLimits, Amounts>>>;

/**
 * The `spec` of a LimitRange.
 * @throws PropertyError if an amount is no quantity, or bounds and defaults contradict each other
 */
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
    limits: entries.flatMap(([type, property, limits]) => {
      if (limits === undefined) return [];
      const bounds = limits as Bounds;
      const manifest = Object.fromEntries(
        Object.entries(bounds).map(([bound, amounts]) => [
          bound,
          amountsManifest(construct, `limits.${property}.${bound}`, amounts),
        ]),
      );
      refuseContradictions(construct, `limits.${property}`, bounds);
      return [{ type, ...manifest }];
    }),
  };
}

/** Pairs of which the first may not exceed the second. */
const ORDER: readonly (readonly [keyof ContainerLimits, keyof ContainerLimits])[] = [
  ['min', 'max'],
  ['min', 'defaultRequest'],
  ['min', 'default'],
  ['defaultRequest', 'default'],
  ['defaultRequest', 'max'],
  ['default', 'max'],
];

/** @see k8s.io/kubernetes/pkg/apis/core/validation, ValidateLimitRange */
function refuseContradictions(construct: IConstruct, property: string, bounds: Bounds): void {
  for (const [low, high] of ORDER) {
    for (const [name, amount] of Object.entries(bounds[low] ?? {})) {
      const of = `${property}.${low}['${name}']`;
      const other = bounds[high]?.[name];
      if (other === undefined || readQuantity(amount, of).compare(readQuantity(other, of)) <= 0) continue;
      throw new PropertyError(
        construct,
        of,
        `is ${String(amount)}, more than the ${high} of ${String(other)}`,
        `write no more than ${String(other)}, or raise ${high}`,
      );
    }
  }
  for (const [name, factor] of Object.entries(bounds.maxLimitRequestRatio ?? {})) {
    const of = `${property}.maxLimitRequestRatio['${name}']`;
    const ratio = readQuantity(factor, of);
    if (ratio.compare(Quantity.parse(1)) < 0) {
      throw new PropertyError(
        construct,
        of,
        `is ${String(factor)}`,
        'a limit is at least its request: write 1 or more',
      );
    }
    const [min, max] = [bounds.min?.[name], bounds.max?.[name]];
    if (min === undefined || max === undefined) continue;
    // Whole units, as upstream compares them where they fit.
    const [least, most] = [readQuantity(min, of).milliValue(), readQuantity(max, of).milliValue()];
    if (ratio.milliValue() * least <= most * 1000n) continue;
    throw new PropertyError(
      construct,
      of,
      `is ${String(factor)}, which max ${String(max)} over min ${String(min)} never reaches`,
      'write a smaller factor',
    );
  }
}
