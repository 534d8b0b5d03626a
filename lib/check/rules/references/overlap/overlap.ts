import { groupBy } from '../../../../model/group-by';
import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { type Selection } from '../../../../model/selection';
import { showSelector } from '../selection/show-selector';
import { isSelecting } from './controllers';

/** Of workloads that all select each other the first ones tell. */
const MOST_SELECTORS = 250;

/**
 * The workloads with a selector among those that one selector selects. Thousands may have that selector, or one that selects nearly the
 * same: what is asked for one of them takes no look at all the others.
 */
export class Overlap {
  private readonly selecting: Selection<PodSource>;

  constructor(selected: Selection<PodSource>) {
    this.selecting = selected.where(selectingOf);
  }

  /** How many there are beside a workload; others of its identity are not counted. */
  countBeside(workload: PodSource): number {
    const own = this.selecting.where((list) => byIdentity(list).get(identity(workload)) ?? NONE);
    return this.selecting.size - own.size;
  }

  /**
   * The first beside a workload that stands before it or does not select its pods: of its kind, or of any. Not looked at are those
   * that come after very many others that select its pods: of these each is told of the workload.
   *
   * @param isSelectedBy Whether another selects its pods; workloads of one selector are asked for once.
   */
  firstToTell(workload: PodSource, isSelectedBy: (other: PodSource) => boolean): PodSource | undefined {
    const ofKind = this.selecting.where((list) => byKind(list).get(workload.entry.kind) ?? NONE);
    return firstOf(ofKind, workload, isSelectedBy) ?? firstOf(this.selecting, workload, isSelectedBy);
  }
}

function firstOf(
  selecting: Selection<PodSource>,
  workload: PodSource,
  isSelectedBy: (other: PodSource) => boolean,
): PodSource | undefined {
  const first = firstBeside(selecting, workload);
  if (first === undefined || first.entry.position < workload.entry.position) return first;
  // All others stand after it.
  let found: PodSource | undefined;
  for (const { from, without } of selecting.parts) {
    let looks = 0;
    for (const [, same] of bySelector(from)) {
      // They are in the order of their first.
      if (isBefore(found, same[0]) || looks === MOST_SELECTORS) break;
      const other = beside(same, without, workload);
      if (other === undefined || isBefore(found, other)) continue;
      looks += 1;
      if (!isSelectedBy(other)) found = other;
    }
  }
  return found;
}

function firstBeside({ parts }: Selection<PodSource>, workload: PodSource): PodSource | undefined {
  let found: PodSource | undefined;
  for (const { from, without } of parts) {
    const other = beside(from, without, workload);
    if (!isBefore(found, other)) found = other ?? found;
  }
  return found;
}

/** The first of a list that is not left out, and not of the identity of a workload. */
function beside(
  list: readonly PodSource[],
  without: ReadonlySet<PodSource>,
  workload: PodSource,
): PodSource | undefined {
  const own = identity(workload);
  const [first] = list;
  // Thousands may be of one identity.
  const from = first !== undefined && identity(first) === own ? otherIdentityAt(list) : 0;
  for (let at = from; at < list.length; at += 1) {
    const each = list[at];
    if (each !== undefined && !without.has(each) && identity(each) !== own) return each;
  }
  return undefined;
}

function isBefore(one: PodSource | undefined, other: PodSource | undefined): boolean {
  return one !== undefined && other !== undefined && one.entry.position < other.entry.position;
}

const NONE: readonly PodSource[] = [];

const selectingOf = oncePer((pods: readonly PodSource[]): readonly PodSource[] =>
  pods.every(isSelecting) ? pods : pods.filter(isSelecting),
);

const byKind = oncePer((pods: readonly PodSource[]) => groupBy(pods, ({ entry }) => entry.kind));

const byIdentity = oncePer((pods: readonly PodSource[]) => groupBy(pods, identity));

const bySelector = oncePer((pods: readonly PodSource[]) =>
  groupBy(pods, ({ template }) => showSelector(template.selector)),
);

/** The place of the first that is not of the identity of the first of all. */
const otherIdentityAt = oncePer((pods: readonly PodSource[]): number => {
  const [first] = pods;
  const at = pods.findIndex((each) => first !== undefined && identity(each) !== identity(first));
  return at === -1 ? pods.length : at;
});

/** Of two of one identity something else tells. */
const identity = oncePer(
  ({ entry: { group, kind, name } }: PodSource): string => `${group}\0${kind}\0${name}`,
);
