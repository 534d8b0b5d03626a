import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type ObjectEntry } from '../../model/object-entry';
import { type Selection } from '../../model/selection';
import { type ResourceList } from '../capacity/resource-list';
import { type NodeFacts } from './node-facts';
import { insufficient, lacking, schedulerMessage } from './node-filters';
import { type OpenNodes } from './open-nodes';
import { isOfHugePages } from './sized-nodes';

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
    const { nodes, cluster } = this.open;
    if (this.isEverywhere) return nodes.size > 0;
    return nodes.parts.some(({ from, without }) => {
      const { bySize, most } = cluster.sized(from);
      const isTooMuch = most !== undefined && lacking(this.requests, most).some(isOfAll);
      if (isTooMuch) return false;
      for (const [size, some] of bySize) {
        if (this.lackOf(size).length === 0 && some.some((node) => !without.has(node))) return true;
      }
      return false;
    });
  }

  /** How many would. */
  count(): number {
    return this.fitting().size;
  }

  /** Those that would; the same list for pods that are placed alike and fit on Nodes of the same sizes. */
  fit(): readonly ObjectEntry[] {
    const fitting = this.fitting();
    const sizes = this.isEverywhere ? 'all' : this.fittingSizes().join();
    return this.open.entriesOf(fitting, sizes);
  }

  /** Those that would, as what they share with others. */
  fitting(): Selection<NodeFacts> {
    const { nodes, cluster } = this.open;
    if (this.isEverywhere) return nodes;
    return nodes.where((list) => cluster.sized(list).ofSizes((size) => this.lackOf(size).length === 0));
  }

  /** Whether a Node would. */
  takes(node: ObjectEntry): boolean {
    const at = this.open.cluster.positions.get(node);
    return at !== undefined && this.reasonsOf(at).length === 0;
  }

  /** What the scheduler says of the Node with that number; nothing where it would take the pod. */
  reasonsOf(at: number): readonly string[] {
    const node = this.open.cluster.nodes[at];
    if (node === undefined) return NOTHING;
    const why = this.open.barOf(node);
    return why === undefined ? this.lackOf(node.size) : [why];
  }

  /** Of how many Nodes the scheduler says what. */
  reasons(): ReadonlyMap<string, number> {
    const { nodes, cluster } = this.open;
    const counts = this.open.counts();
    if (this.isEverywhere) return counts;
    for (const [name, request] of this.requests) {
      const reason = insufficient(name);
      const isLacking = ({ size }: NodeFacts): boolean => this.lackOf(size).includes(reason);
      const lack = nodes.parts.reduce((sum, { from, without }) => {
        return sum + cluster.sized(from).countBelow(name, request) - [...without].filter(isLacking).length;
      }, 0);
      if (lack > 0) counts.set(reason, (counts.get(reason) ?? 0) + lack);
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

  private fittingSizes(): readonly number[] {
    return this.open.cluster.sizes.flatMap((_, size) => (this.lackOf(size).length === 0 ? [size] : []));
  }

  /** What Nodes of a size have too little of. */
  lackOf(size: number): readonly string[] {
    if (this.isEverywhere) return NOTHING;
    return (this.lacks[size] ??= lacking(this.requests, this.open.cluster.sizes[size]));
  }
}

const NOTHING: readonly string[] = [];

/** A Node may have no huge pages without lacking any. */
function isOfAll(reason: string): boolean {
  return !isOfHugePages(reason.slice(insufficient('').length));
}
