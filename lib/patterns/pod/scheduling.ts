import type { k8s } from 'cdk8s-plus-28';
import { type Wire } from '../manifest/wire';

interface TaintValue {
  readonly key: string;
  /** The value that the taint must have. */
  readonly value: string;
}

interface AnyTaintValue {
  /** @defaultValue any key */
  readonly key?: string;
  readonly value?: never;
}

interface TolerationOfPlacing {
  /** @defaultValue any effect */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule';
  readonly tolerationSeconds?: never;
}

interface TolerationOfEviction {
  readonly effect: 'NoExecute';
  /** Seconds until the pod is evicted all the same. @defaultValue never */
  readonly tolerationSeconds?: number;
}

/**
 * A taint that does not keep the pod away. With a `value` the taint must have it; without one any value
 * will do.
 */
export type Toleration = (TaintValue | AnyTaintValue) & (TolerationOfPlacing | TolerationOfEviction);

/** The manifest of a toleration. */
export function tolerationManifest(toleration: Toleration): Wire<k8s.Toleration> {
  return { operator: toleration.value === undefined ? 'Exists' : 'Equal', ...toleration };
}

/** Keeps the pods of one workload apart. */
export interface AntiAffinityOptions {
  /** What they should not share: `kubernetes.io/hostname`, `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;
  /** Leave a pod pending rather than place it beside another. @defaultValue false: a preference */
  readonly required?: boolean;
  /** Weight of the preference, 1 to 100. @defaultValue 100 */
  readonly weight?: number;
}

/** Spreads the pods of one workload evenly. */
export interface TopologySpread {
  /** Over what: `topology.kubernetes.io/zone`, `kubernetes.io/hostname`. */
  readonly topologyKey: string;
  /** By how many pods the fullest may exceed the emptiest. @defaultValue 1 */
  readonly maxSkew?: number;
  /** What becomes of a pod that would make the skew too large. @defaultValue `ScheduleAnyway` */
  readonly whenUnsatisfiable?: 'DoNotSchedule' | 'ScheduleAnyway';
  /** Fewer places than this count as empty ones; needs `DoNotSchedule`. */
  readonly minDomains?: number;
  /** Whether nodes that the node affinity and selector rule out count. */
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore';
  /** Whether nodes with taints that are not tolerated count. */
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore';
  /** Label keys of the pod that narrow the group, e.g. `pod-template-hash`. */
  readonly matchLabelKeys?: readonly string[];
}

/** The manifest of a spread over the pods that `selectorLabels` select. */
export function topologySpreadManifest(
  spread: TopologySpread,
  selectorLabels: Readonly<Record<string, string>>,
): Wire<k8s.TopologySpreadConstraint> {
  return {
    maxSkew: 1,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: selectorLabels },
    ...spread,
  };
}

/** The manifest of an affinity: what was written, and the wish of the pods to be apart. */
export function affinityManifest(
  written: Wire<k8s.Affinity> | undefined,
  apart: AntiAffinityOptions | undefined,
  selectorLabels: Readonly<Record<string, string>>,
): Wire<k8s.Affinity> | undefined {
  if (apart === undefined) return written;
  const term: Wire<k8s.PodAffinityTerm> = {
    topologyKey: apart.topologyKey,
    labelSelector: { matchLabels: selectorLabels },
  };
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred,
  } = written?.podAntiAffinity ?? {};
  return {
    ...written,
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution:
        apart.required === true ? [...(required ?? []), term] : required,
      preferredDuringSchedulingIgnoredDuringExecution:
        apart.required === true
          ? preferred
          : [...(preferred ?? []), { weight: apart.weight ?? 100, podAffinityTerm: term }],
    },
  };
}
