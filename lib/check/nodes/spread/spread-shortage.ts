import { type ObjectEntry } from '../../../model/object-entry';
import { type PodNumbers } from '../../capacity/demand/demand';
import { podNumbers } from '../../capacity/demand/pod-numbers';
import { type CheckContext } from '../../rule-context';
import { nodesFor } from '../known-nodes';
import { type NodesForPod } from '../nodes-for-pod';
import { scheduledPods, type ScheduledPods } from '../scheduled-pods';
import { countsRevisionsApart } from './counted-pods';
import { type SpreadRoom, spreadRooms } from './spread-room';

/** A spread constraint that has too few places for the pods of its workload. */
export interface SpreadShortage {
  readonly room: SpreadRoom;
  readonly numbers: PodNumbers;
  readonly nodes: NodesForPod;
  readonly template: ScheduledPods;
  /**
   * `pods`: there are more of them than places. `rollout`: there is none for a new pod beside the old ones. `run`: a Job has more at
   * once, of which the further ones wait until others end.
   */
  readonly of: 'pods' | 'rollout' | 'run';
}

/** The kinds whose pods are of a number that they say. */
export const SPREAD_KINDS: readonly string[] = [
  'ReplicationController',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'batch/CronJob',
  'batch/Job',
];

/** What of a workload's spread cannot be met; undefined where all can, or nobody knows. */
export function spreadShortage(entry: ObjectEntry, context: CheckContext): SpreadShortage | undefined {
  const template = scheduledPods(entry);
  if (template === undefined) return undefined;
  const nodes = nodesFor(entry, template, context);
  if (!nodes?.isTaken()) return undefined;
  const numbers = podNumbers(entry, template, context);
  const needed = numbers.kind === 'run' ? numbers.peak : Math.max(numbers.autoscaled, numbers.steady + 1);
  // Without the constraint there would be room: else it is not the spread that leaves pods out.
  const rooms = spreadRooms(entry, template, nodes, context, needed).filter(
    ({ places, all }) => 0 < places && places < all,
  );
  if (rooms.length === 0) return undefined;
  const room = rooms.reduce((least, each) => (each.places < least.places ? each : least));
  if (numbers.kind === 'run') {
    return numbers.peak > room.places ? { room, numbers, nodes, template, of: 'run' } : undefined;
  }
  if (numbers.autoscaled > room.places) return { room, numbers, nodes, template, of: 'pods' };
  const mayWait = numbers.surge > 0 && numbers.maxUnavailable === 0;
  const stuck = rooms.find(
    ({ constraint, places }) => mayWait && numbers.steady >= places && !countsRevisionsApart(constraint),
  );
  return stuck && { room: stuck, numbers, nodes, template, of: 'rollout' };
}
