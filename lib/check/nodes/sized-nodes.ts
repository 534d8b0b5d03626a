import { groupBy } from '../../model/group-by';
import { Quantity } from '../../model/quantity';
import { type ResourceList } from '../capacity/resource-list';
import { type NodeFacts } from './node-facts';

type Sizes = readonly (ResourceList | undefined)[];

/** A list of Nodes that many pods may go to, by what they have. */
export class SizedNodes {
  readonly bySize: ReadonlyMap<number, readonly NodeFacts[]>;
  /** Of each resource what the Node has that has the least; undefined where none of them says what it has. */
  readonly least: ResourceList | undefined;
  /** Of each resource what the Node has that has the most; undefined where one does not say what it has. */
  readonly most: ResourceList | undefined;
  private readonly ofSome = new Map<string, readonly NodeFacts[]>();
  private readonly amounts = new Map<string, readonly Quantity[]>();

  constructor(
    private readonly nodes: readonly NodeFacts[],
    private readonly sizes: Sizes,
  ) {
    this.bySize = groupBy(nodes, ({ size }) => size);
    const own = [...this.bySize.keys()].map((size) => sizes[size]);
    const stated = own.filter((size) => size !== undefined);
    this.least = stated.length === 0 ? undefined : bounds(stated, (a, b) => a.compare(b) < 0);
    this.most = stated.length < own.length ? undefined : bounds(stated, (a, b) => a.compare(b) > 0);
  }

  /** Those of some sizes; the same list for the same sizes. */
  ofSizes(isAsked: (size: number) => boolean): readonly NodeFacts[] {
    const asked = new Set([...this.bySize.keys()].filter(isAsked));
    if (asked.size === this.bySize.size) return this.nodes;
    const at = [...asked].join();
    let found = this.ofSome.get(at);
    if (found === undefined) {
      found = this.nodes.filter(({ size }) => asked.has(size));
      this.ofSome.set(at, found);
    }
    return found;
  }

  /** How many have less of a resource than that. Of huge pages those count that have some. */
  countBelow(name: string, request: Quantity): number {
    let amounts = this.amounts.get(name);
    if (amounts === undefined) {
      amounts = this.nodes
        .flatMap(({ size }) => {
          const stated = this.sizes[size];
          if (stated === undefined || (isOfHugePages(name) && !stated.has(name))) return [];
          return stated.get(name) ?? Quantity.ZERO;
        })
        .sort((a, b) => a.compare(b));
      this.amounts.set(name, amounts);
    }
    let low = 0;
    let high = amounts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((amounts[middle] ?? request).compare(request) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether a Node that has none of a resource is passed over for it. */
export function isOfHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/** Of each resource the least, or the most, that one of several has. */
export function bounds(
  stated: readonly ResourceList[],
  isBound: (a: Quantity, b: Quantity) => boolean,
): ResourceList {
  const found = new Map<string, Quantity>();
  for (const name of new Set(stated.flatMap((size) => [...size.keys()]))) {
    const amounts = stated.map((size) => size.get(name) ?? Quantity.ZERO);
    found.set(
      name,
      amounts.reduce((bound, each) => (isBound(each, bound) ? each : bound)),
    );
  }
  return found;
}
