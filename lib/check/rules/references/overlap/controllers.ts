import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { type CheckContext } from '../../../rule-context';
import { selectorRequirements } from '../selection/selector-requirements';

/** The kinds whose controllers find pods by a selector that the manifest says, as rules name kinds. */
export const SELECTING_KINDS: readonly string[] = [
  'ReplicationController',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
];

const KINDS: ReadonlySet<string> = new Set(SELECTING_KINDS.map((kind) => kind.slice(kind.indexOf('/') + 1)));

/** The workloads that find their pods by a selector, in the order of the set. */
export function selectingWorkloads({ set }: CheckContext): readonly PodSource[] {
  return set.pods().filter(isSelecting);
}

/** Whether it is one of them. The API server refuses an empty selector. */
export const isSelecting = oncePer(
  ({ entry, template }: PodSource): boolean =>
    KINDS.has(entry.kind) && (selectorRequirements(template.selector) ?? []).length > 0,
);
