import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { autoscalerOf } from '../../../capacity/demand/autoscalers';
import { type CheckContext } from '../../../rule-context';

/** Kinds whose pods the disruption controller can count by what their controller wants. */
const SCALABLE: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** How many pods a budget is about. */
export interface ExpectedPods {
  /** The sum of what their controllers want, with autoscalers at their minimum. */
  readonly count: number;
  /** The autoscalers that may want more. */
  readonly autoscalers: readonly ObjectEntry[];
}

/** Undefined where that hangs on nodes, on work, or on controllers that are not known. */
export function expectedPods(pods: readonly PodSource[], context: CheckContext): ExpectedPods | undefined {
  let count = 0;
  const autoscalers: ObjectEntry[] = [];
  for (const { entry, template } of pods) {
    if (!SCALABLE.has(entry.kind)) return undefined;
    const autoscaler = autoscalerOf(entry, context);
    const wanted = autoscaler?.min ?? template.replicas;
    if (wanted === undefined) return undefined;
    if (autoscaler !== undefined) autoscalers.push(autoscaler.entry);
    count += wanted;
  }
  return { count, autoscalers };
}

/** Whether its controller has a `scale` that the disruption controller can read. */
export function isCountable({ entry }: PodSource): boolean {
  return SCALABLE.has(entry.kind);
}
