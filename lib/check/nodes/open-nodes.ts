import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { Quantity } from '../../model/quantity';
import { type ResourceList } from '../capacity/resource-list';
import { type ClusterFacts } from './node-facts';
import { barFor } from './node-filters';

/** The Nodes that are open to pods with the same selector, affinity and tolerations, whatever they request. */
export class OpenNodes {
  /** Of each Node why it is not; undefined where it is. */
  readonly barred: readonly (string | undefined)[];
  /** How many are barred, by why. */
  readonly counts = new Map<string, number>();
  /** How many are open, by the numbers of their sizes. */
  readonly ofSize: readonly number[];
  /** Of each resource what the open Node has that has the least; undefined where none of them says what it has. */
  readonly least: ResourceList | undefined;
  private every: readonly ObjectEntry[] | undefined;
  private readonly fits = new Map<string, readonly ObjectEntry[]>();

  constructor(
    readonly cluster: ClusterFacts,
    spec: JsonObject,
  ) {
    this.barred = cluster.nodes.map(barFor(spec));
    const ofSize = cluster.sizes.map(() => 0);
    for (const [at, { size }] of cluster.nodes.entries()) {
      const why = this.barred[at];
      if (why === undefined) ofSize[size] = (ofSize[size] ?? 0) + 1;
      else this.counts.set(why, (this.counts.get(why) ?? 0) + 1);
    }
    this.ofSize = ofSize;
    this.least = leastOf(cluster.sizes.filter((_, size) => ofSize[size] !== 0));
  }

  /** All open Nodes. */
  all(): readonly ObjectEntry[] {
    return (this.every ??= this.select(() => true));
  }

  /** The open Nodes of sizes; the same list for the same sizes. */
  ofSizes(sizes: ReadonlySet<number>): readonly ObjectEntry[] {
    const asked = [...sizes].join();
    let fit = this.fits.get(asked);
    if (fit === undefined) {
      fit = this.select((size) => sizes.has(size));
      this.fits.set(asked, fit);
    }
    return fit;
  }

  private select(isAsked: (size: number) => boolean): readonly ObjectEntry[] {
    return this.cluster.nodes.flatMap(({ entry, size }, at) =>
      this.barred[at] === undefined && isAsked(size) ? [entry] : [],
    );
  }
}

function leastOf(sizes: readonly (ResourceList | undefined)[]): ResourceList | undefined {
  const stated = sizes.filter((size) => size !== undefined);
  if (stated.length === 0) return undefined;
  const least = new Map<string, Quantity>();
  for (const name of new Set(stated.flatMap((size) => [...size.keys()]))) {
    const amounts = stated.map((size) => size.get(name) ?? Quantity.ZERO);
    least.set(
      name,
      amounts.reduce((min, each) => (each.compare(min) < 0 ? each : min)),
    );
  }
  return least;
}
