import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { isPercent, type Percent } from '../../model/int-or-string';
import { type Quantity } from '../../model/quantity';
import { type CpuQuantity, type MemoryQuantity } from '../../model/quantity-literal';
import { readQuantity } from '../../model/read-quantity';
import { type Identity, objectMetadata } from '../identity';
import { wireCount } from '../manifest/count';
import { createObject } from '../manifest/create-object';
import { type Patch } from '../manifest/patch';
import { wireQuantity } from '../manifest/quantity';
import { readProperty } from '../manifest/read-property';
import { type Wire } from '../manifest/wire';
import { PropertyError } from '../property-error';

/** What the average pod should use: a share of its request, or an amount. */
export type ResourceTarget<Q> = Percent | { readonly averageValue: Q };

/** How a workload scales itself. */
export interface AutoscaleOptions {
  /** Fewest pods. @defaultValue 1, by the API server */
  readonly min?: number;
  /** Most pods. */
  readonly max: number;
  /** `'70%'` of the requested cpu, or an amount. The containers need a cpu request for a share. */
  readonly cpu?: ResourceTarget<CpuQuantity>;
  /** `'80%'` of the requested memory, or an amount. */
  readonly memory?: ResourceTarget<MemoryQuantity>;
  /** Further metrics in the fields of autoscaling/v2. */
  readonly metrics?: readonly Wire<k8s.MetricSpecV2>[];
  /** How fast it may grow and shrink, in the fields of autoscaling/v2. */
  readonly behavior?: Wire<k8s.HorizontalPodAutoscalerBehaviorV2>;
}

/** A workload that has `replicas`: a fixed number, or a number that follows the load. Never both. */
export type ReplicaOptions =
  | {
      /** How many pods. @defaultValue 1, by the API server */
      readonly replicas?: number;
      readonly autoscale?: never;
    }
  | {
      readonly replicas?: never;
      /** Follows the load; then there is no `replicas` for an apply to reset. */
      readonly autoscale: AutoscaleOptions;
    };

/** Makes a HorizontalPodAutoscaler of `target`. */
export function createAutoscaler(
  identity: Identity,
  target: ApiObject,
  options: AutoscaleOptions,
  {
    id = 'autoscaler',
    patch,
  }: {
    readonly id?: string;
    readonly patch?: Patch<k8s.KubeHorizontalPodAutoscalerV2Props> | undefined;
  } = {},
): ApiObject {
  const { min = 1, max } = options;
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max < Math.max(min, 1)) {
    throw new PropertyError(
      identity.construct,
      'autoscale',
      `goes from ${min} to ${max} pods`,
      'both are whole numbers, and max is at least min',
    );
  }
  wireCount(identity.construct, 'autoscale.max', max);
  if (min === 0 && options.metrics?.some(({ type }) => type === 'Object' || type === 'External') !== true) {
    throw new PropertyError(
      identity.construct,
      'autoscale.min',
      'is 0, but where there is no pod there is no cpu or memory to go by',
      'add a metric of type External or Object, or keep one pod',
    );
  }
  const metrics = [
    ...(options.cpu === undefined ? [] : [resourceMetric(identity, 'cpu', options.cpu)]),
    ...(options.memory === undefined ? [] : [resourceMetric(identity, 'memory', options.memory)]),
    ...(options.metrics ?? []),
  ];
  return createObject(
    identity.construct,
    id,
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: objectMetadata(identity, { name: target.name }),
      spec: {
        scaleTargetRef: { apiVersion: target.apiVersion, kind: target.kind, name: target.name },
        minReplicas: options.min,
        maxReplicas: max,
        metrics: metrics.length === 0 ? undefined : metrics,
        behavior: options.behavior,
      },
    },
    { patch },
  );
}

function resourceMetric(
  { construct }: Identity,
  name: 'cpu' | 'memory',
  target: ResourceTarget<CpuQuantity | MemoryQuantity>,
): Wire<k8s.MetricSpecV2> {
  if (typeof target === 'string' && !(isPercent(target) && Number.parseInt(target, 10) > 0)) {
    throw new PropertyError(
      construct,
      `autoscale.${name}`,
      `is ${target}`,
      "write a whole percentage above zero, e.g. '70%'",
    );
  }
  if (typeof target === 'string') {
    wireCount(construct, `autoscale.${name}`, Number.parseInt(target, 10));
  } else if (readQuantityOf(construct, name, target.averageValue).isZero()) {
    throw new PropertyError(
      construct,
      `autoscale.${name}.averageValue`,
      `is ${String(target.averageValue)}`,
      'write an amount above zero',
    );
  }
  return {
    type: 'Resource',
    resource: {
      name,
      target:
        typeof target === 'string'
          ? { type: 'Utilization', averageUtilization: Number.parseInt(target, 10) }
          : {
              type: 'AverageValue',
              averageValue: wireQuantity(target.averageValue, `autoscale.${name}.averageValue`, construct),
            },
    },
  };
}

function readQuantityOf(
  construct: Identity['construct'],
  name: string,
  amount: CpuQuantity | MemoryQuantity,
): Quantity {
  const property = `autoscale.${name}.averageValue`;
  return readProperty(construct, property, () => readQuantity(amount, property));
}
