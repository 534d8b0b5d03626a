import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { type Selection } from '../../../../model/selection';
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
  /** The first of the autoscalers that may want more. */
  readonly autoscaler: ObjectEntry | undefined;
}

/** Undefined where that hangs on nodes, on work, or on controllers that are not known. */
export function expectedPods(pods: Selection<PodSource>, context: CheckContext): ExpectedPods | undefined {
  const { wanted, listOf } = context.once(expectations);
  if (pods.where((list) => listOf(list).unknown).size > 0) return undefined;
  let count = 0;
  for (const { from, without } of pods.parts) {
    count += listOf(from).count;
    for (const pod of without) count -= wanted(pod) ?? 0;
  }
  const scaled = pods.where((list) => listOf(list).scaled).first;
  return { count, autoscaler: scaled && autoscalerOf(scaled.entry, context)?.entry };
}

/** What is expected of lists of pods that many budgets are about. An analysis, for `once`. */
function expectations(context: CheckContext): {
  readonly wanted: (pod: PodSource) => number | undefined;
  readonly listOf: (pods: readonly PodSource[]) => ExpectedOfList;
} {
  const wanted = ({ entry, template }: PodSource): number | undefined =>
    SCALABLE.has(entry.kind) ? (autoscalerOf(entry, context)?.min ?? template.replicas) : undefined;
  const listOf = oncePer((pods: readonly PodSource[]): ExpectedOfList => {
    const known = pods.filter((pod) => wanted(pod) !== undefined);
    return {
      unknown: known.length === pods.length ? [] : pods.filter((pod) => wanted(pod) === undefined),
      scaled: known.filter(({ entry }) => autoscalerOf(entry, context) !== undefined),
      count: known.reduce((sum, pod) => sum + (wanted(pod) ?? 0), 0),
    };
  });
  return { wanted, listOf };
}

interface ExpectedOfList {
  /** Those of which nobody knows how many are wanted. */
  readonly unknown: readonly PodSource[];
  readonly scaled: readonly PodSource[];
  /** The sum for those of which it is known. */
  readonly count: number;
}

/** Whether its controller has a `scale` that the disruption controller can read. */
export function isCountable({ entry }: PodSource): boolean {
  return SCALABLE.has(entry.kind);
}
