import { isJsonObject, listField, textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { oncePer } from '../../model/once-per';
import { type Selection } from '../../model/selection';
import { type ResourceList } from '../capacity/resource-list';
import { type ClusterFacts } from './cluster-facts';
import { type NodeFacts } from './node-facts';
import { AWAY, barFor, MISNAMED } from './node-filters';
import { bounds } from './sized-nodes';
import { type ToleratedNodes, UNSCHEDULABLE } from './taint-index';

/** The Nodes that are open to pods with the same selector, affinity and tolerations, whatever they request. */
export class OpenNodes {
  readonly nodes: Selection<NodeFacts>;
  /** Why a Node is not; undefined where it is. */
  readonly barOf: (node: NodeFacts) => string | undefined;
  private readonly tolerated: ToleratedNodes;
  private readonly fits = new Map<string, readonly ObjectEntry[]>();
  private known: { readonly least: ResourceList | undefined } | undefined;

  constructor(
    readonly cluster: ClusterFacts,
    private readonly spec: JsonObject,
  ) {
    this.barOf = barFor(spec);
    this.tolerated = cluster.taints.for(listField(spec, 'tolerations').filter(isJsonObject));
    this.nodes = this.tolerated.open.and(cluster.labels.selectedBy(spec));
  }

  /** Of each resource what no open Node has less of; undefined where none of them says what it has. */
  get least(): ResourceList | undefined {
    this.known ??= { least: this.leastOfAll() };
    return this.known.least;
  }

  /** Of how many Nodes the scheduler says why they are not. Of very many taints it tells the first. */
  counts(): Map<string, number> {
    const { cordoned, taints, open } = this.tolerated;
    const counts = new Map<string, number>();
    const count = (reason: string, nodes: number): void => {
      if (nodes > 0) counts.set(reason, (counts.get(reason) ?? 0) + nodes);
    };
    count(UNSCHEDULABLE, cordoned);
    const name = textField(this.spec, 'nodeName');
    if (name === undefined) {
      for (const [reason, nodes] of taints()) count(reason, nodes);
      count(AWAY, open.size - this.nodes.size);
      return counts;
    }
    // Those that are cordoned are counted already.
    const named = this.cluster.nodes.filter(
      (node) => node.entry.name === name && this.barOf(node) !== UNSCHEDULABLE,
    );
    for (const node of named) {
      const why = this.barOf(node);
      if (why !== undefined) count(why, 1);
    }
    count(MISNAMED, this.cluster.nodes.length - cordoned - named.length);
    return counts;
  }

  /** The entries of some of them; the same list for what is called the same. */
  entriesOf(some: Selection<NodeFacts>, called: string): readonly ObjectEntry[] {
    const list = some.toList();
    const [part, ...more] = some.parts;
    if (part?.from === list && more.length === 0) return entries(list);
    let found = this.fits.get(called);
    if (found === undefined) {
      found = list.map(({ entry }) => entry);
      this.fits.set(called, found);
    }
    return found;
  }

  private leastOfAll(): ResourceList | undefined {
    const own = this.nodes.parts.flatMap(({ from }) => this.cluster.sized(from).least ?? []);
    return own.length < 2 ? own[0] : bounds(own, (a, b) => a.compare(b) < 0);
  }
}

const entries = oncePer((nodes: readonly NodeFacts[]) => nodes.map(({ entry }) => entry));
