import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';

/** What the scheduler looks at of a Node, read once for all pods. */
export interface NodeFacts {
  readonly entry: ObjectEntry;
  readonly isCordoned: boolean;
  /** Those that keep pods away. A Node that is cordoned has one for it. */
  readonly taints: readonly JsonObject[];
  /** Number of its size among all sizes. */
  readonly size: number;
}

/** The taint that its controller gives a Node that is cordoned. */
export const CORDONED: JsonObject = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };
