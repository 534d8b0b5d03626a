import { groupBy } from '../../../../model/group-by';
import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { showSelector } from '../selection/show-selector';
import { isSelecting } from './controllers';

/**
 * The workloads with a selector among those that one selector selects. Thousands may have that selector: what is asked
 * for one of them takes no look at all the others.
 */
export class Overlap {
  /** How many pods are selected, those without a controller that selects included. */
  readonly pods: number;
  private readonly all: Workloads;
  private readonly byKind: ReadonlyMap<string, Workloads>;
  private readonly counts = new Map<string, number>();

  /** @param selected in the order of the set */
  constructor(selected: readonly PodSource[]) {
    const selecting = selected.filter(isSelecting);
    this.pods = selected.length;
    this.all = new Workloads(selecting);
    const kinds = groupBy(selecting, ({ entry }) => entry.kind);
    this.byKind = new Map([...kinds].map(([kind, some]) => [kind, new Workloads(some)]));
    for (const workload of selecting) {
      const id = identity(workload);
      this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
    }
  }

  /** How many there are beside a workload; others of its identity are not counted. */
  countBeside(workload: PodSource): number {
    return this.all.size - (this.counts.get(identity(workload)) ?? 0);
  }

  /**
   * The first beside a workload that stands before it or does not select its pods: of its kind, or of any.
   *
   * @param isSelectedBy Whether another selects its pods; workloads of one selector are asked for once.
   */
  firstToTell(workload: PodSource, isSelectedBy: (other: PodSource) => boolean): PodSource | undefined {
    return (
      this.byKind.get(workload.entry.kind)?.firstToTell(workload, isSelectedBy) ??
      this.all.firstToTell(workload, isSelectedBy)
    );
  }
}

/** Workloads of one namespace in the order of the set, which hold the first two that are not one object. */
class Workloads {
  private readonly first: PodSource | undefined;
  private readonly second: PodSource | undefined;
  private groups: readonly Workloads[] | undefined;

  constructor(private readonly list: readonly PodSource[]) {
    const [first] = list;
    this.first = first;
    this.second = first && list.find((each) => identity(each) !== identity(first));
  }

  get size(): number {
    return this.list.length;
  }

  firstToTell(workload: PodSource, isSelectedBy: (other: PodSource) => boolean): PodSource | undefined {
    const first = this.firstBeside(workload);
    if (first === undefined || first.entry.position < workload.entry.position) return first;
    // All others stand after it.
    let found: PodSource | undefined;
    for (const group of this.bySelector()) {
      const other = group.firstBeside(workload);
      if (other === undefined || (found !== undefined && found.entry.position < other.entry.position))
        continue;
      if (!isSelectedBy(other)) found = other;
    }
    return found;
  }

  private firstBeside(workload: PodSource): PodSource | undefined {
    return this.first !== undefined && identity(this.first) === identity(workload) ? this.second : this.first;
  }

  private bySelector(): readonly Workloads[] {
    return (this.groups ??= [
      ...groupBy(this.list, ({ template }) => showSelector(template.selector)).values(),
    ].map((some) => new Workloads(some)));
  }
}

/** Of two of one identity something else tells. */
const identity = oncePer(
  ({ entry: { group, kind, name } }: PodSource): string => `${group}\0${kind}\0${name}`,
);
