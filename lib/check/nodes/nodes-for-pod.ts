import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type ObjectEntry } from '../../model/object-entry';
import { type ResourceList } from '../capacity/resource-list';
import { lacking, schedulerMessage } from './node-filters';
import { type OpenNodes } from './open-nodes';

/**
 * The Nodes that would take a pod if they were empty, and why the others would not. Mostly the least of them would, and then
 * no other is looked at; else what it takes to tell goes with the number of sizes of Nodes.
 */
export class NodesForPod {
  /** Whether all Nodes that are open to it would take it. */
  readonly isEverywhere: boolean;
  private readonly lacks: (readonly string[] | undefined)[] = [];

  constructor(
    readonly open: OpenNodes,
    readonly requests: ResourceList,
  ) {
    this.isEverywhere = lacking(requests, open.least).length === 0;
  }

  /** How many Nodes there are. */
  get total(): number {
    return this.open.cluster.nodes.length;
  }

  /** Whether any Node would take it. */
  isTaken(): boolean {
    return this.open.ofSize.some((count, size) => count > 0 && this.lackOf(size).length === 0);
  }

  /** How many would. */
  count(): number {
    return this.open.ofSize.reduce(
      (sum, count, size) => sum + (count > 0 && this.lackOf(size).length === 0 ? count : 0),
      0,
    );
  }

  /** Those that would. */
  fit(): readonly ObjectEntry[] {
    if (this.isEverywhere) return this.open.all();
    const { ofSize } = this.open;
    const sizes = ofSize.flatMap((count, size) =>
      count > 0 && this.lackOf(size).length === 0 ? [size] : [],
    );
    return this.open.ofSizes(new Set(sizes));
  }

  /** Whether a Node would. */
  takes(node: ObjectEntry): boolean {
    const at = this.open.cluster.positions.get(node);
    return at !== undefined && this.reasonsOf(at).length === 0;
  }

  /** What the scheduler says of the Node with that number; nothing where it would take the pod. */
  reasonsOf(at: number): readonly string[] {
    const why = this.open.barred[at];
    if (why !== undefined) return [why];
    const size = this.open.cluster.nodes[at]?.size;
    return size === undefined ? [] : this.lackOf(size);
  }

  /** Of how many Nodes the scheduler says what. */
  reasons(): ReadonlyMap<string, number> {
    const counts = new Map(this.open.counts);
    for (const [size, count] of this.open.ofSize.entries()) {
      if (count === 0) continue;
      for (const reason of this.lackOf(size)) counts.set(reason, (counts.get(reason) ?? 0) + count);
    }
    return counts;
  }

  /**
   * The scheduler's summary of a pod that no Node takes.
   *
   * @param ofFit What it says of those that would take it by what is looked at here, where it has another reason.
   */
  message(target: KubernetesVersion, ofFit?: string): string {
    const reasons = new Map(this.reasons());
    if (ofFit !== undefined && this.isTaken()) reasons.set(ofFit, this.count());
    return schedulerMessage(reasons, this.total, target);
  }

  /** What Nodes of a size have too little of. */
  lackOf(size: number): readonly string[] {
    if (this.isEverywhere) return NOTHING;
    return (this.lacks[size] ??= lacking(this.requests, this.open.cluster.sizes[size]));
  }
}

const NOTHING: readonly string[] = [];
