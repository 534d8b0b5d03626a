import { type PortOptions } from '../pod/ports';

/**
 * The pods of a workload, as a Service, a NetworkPolicy or a budget selects them. Every pattern that makes
 * pods is one. `P` is the union of their port names.
 */
export interface PodGroup<P extends string = string> {
  /** Name of the workload. */
  readonly name: string;
  /** Namespace of the pods; undefined where kubectl's own decides. */
  readonly namespace: string | undefined;
  /** Labels that these pods have and, among the pods of the namespace, only they. */
  readonly selectorLabels: Readonly<Record<string, string>>;
  /** All labels of the pods. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** The container ports by name. */
  readonly ports: ReadonlyMap<P, PortOptions>;
}
