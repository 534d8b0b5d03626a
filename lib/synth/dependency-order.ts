import { type ConstructTree, NONE } from './construct-tree';
import { type Dependencies, type Dependency } from './dependencies';
import { dependencyCycle } from './dependency-cycle';
import { inOrderOfPaths } from './in-order-of-paths';

/** A step of the walk that is not finished: what it leads to, and how far it has come. */
interface Frame {
  readonly node: number;
  readonly next: readonly number[];
  position: number;
}

const NOTHING: readonly number[] = [];

/** What hangs on a target in one graph: nothing, all of its objects, or all but that one. */
type Reached = 'all' | number;

/**
 * The order of charts and of the objects in each, as cdk8s has it (lib/dependency.ts,
 * `DependencyGraph`): a depth-first walk from every construct that nothing depends on, what is
 * depended on first. One graph over the app orders the charts, and one over each chart its
 * objects; a dependency that leads out of a graph does not count in it.
 *
 * cdk8s draws an edge from each object of the one side to each object of the other, and walks
 * every path. Here two kinds of nodes stand for such bundles of edges, so that every dependency
 * and every object is looked at once a graph:
 * - `group(t)`: the objects that a dependency on target `t` reaches;
 * - `chain(v)`: all groups that an object below `v` comes after, because `v` or something around
 *   it in the same chart depends on them.
 * The nodes are numbers: constructs, then chains, then groups.
 *
 * An object does not come after itself. Where what is depended on holds the object itself (a
 * chart that depends on its own Namespace), its edges are written out one by one.
 */
export class DependencyOrder {
  readonly #tree: ConstructTree;
  readonly #dependencies: Dependencies;
  readonly #size: number;
  /** Innermost of `v` and what is around it in its chart that depends on something. */
  readonly #holder: Int32Array;
  /** For objects that are both source and target: of which constructs' dependencies. */
  readonly #ownSources = new Map<number, Set<number>>();
  /** Charts with a dependency that leads out of them. */
  readonly #leaving = new Set<number>();

  // The states of one graph after another; an entry counts when it carries the graph's number.
  #graph = 0;
  readonly #open: Int32Array;
  readonly #done: Int32Array;
  readonly #awaited: Int32Array;
  readonly #chartInGraph: Int32Array;

  constructor(tree: ConstructTree, dependencies: Dependencies) {
    const size = tree.constructs.length;
    this.#tree = tree;
    this.#dependencies = dependencies;
    this.#size = size;
    this.#holder = new Int32Array(size).fill(NONE);
    this.#open = new Int32Array(2 * size + dependencies.targetCount);
    this.#done = new Int32Array(2 * size + dependencies.targetCount);
    this.#awaited = new Int32Array(size);
    this.#chartInGraph = new Int32Array(size);
    if (dependencies.holders.length === 0) return;
    for (let v = 0; v < size; v++) {
      this.#holder[v] = dependencies.of(v).length > 0 ? v : this.#holderAround(v);
    }
    for (const v of dependencies.holders) {
      for (const { target } of dependencies.of(v)) {
        this.#noteOwnSources(v, target);
        this.#noteLeaving(v, target);
      }
    }
  }

  /**
   * The charts of the app.
   *
   * @throws SynthError when dependencies form a cycle; orders the whole app, so that no cycle
   * is left to be found by {@link objects}.
   */
  charts(): readonly number[] {
    const all = inOrderOfPaths(this.#tree);
    const isChart = (v: number): boolean => this.#tree.chart[v] === v;
    if (this.#dependencies.holders.length === 0) return all.filter(isChart);

    this.#graph++;
    for (const chart of this.#tree.charts) this.#chartInGraph[chart] = this.#graph;
    const order = this.#sort(all, this.#dependencies.holders);
    if (order.length < all.length) {
      // What no root leads to lies on a cycle or behind one; going there finds it.
      for (const v of all) this.#visit(v, order);
    }
    return order.filter(isChart);
  }

  /** The API objects whose closest chart this is. Call {@link charts} first. */
  objects(chart: number): readonly number[] {
    const { holders } = this.#dependencies;
    const end = this.#tree.end[chart] ?? chart;
    const first = lowerBound(holders, chart);
    const below = holders.slice(first, lowerBound(holders, end, first));
    if (below.length === 0) return this.#tree.objectsOf(chart);

    this.#graph++;
    const constructs = this.#enter(chart);
    const counting = below.filter((v) => this.#isInGraph(v) && this.#of(v).length > 0);
    if (counting.length === 0) return this.#tree.objectsOf(chart);
    return this.#sort(constructs, counting).filter(
      (v) => this.#tree.isObject[v] === true && this.#tree.chart[v] === chart,
    );
  }

  /**
   * Makes the graph that of a chart, and lists its constructs. A chart inside of it whose
   * dependencies stay inside cannot change the order of what is around it, and is left out.
   */
  #enter(chart: number): readonly number[] {
    const constructs: number[] = [];
    const end = this.#tree.end[chart] ?? chart;
    for (let v = chart; v < end;) {
      if (this.#tree.chart[v] === v) {
        if (v !== chart && !this.#leaving.has(v)) {
          v = this.#tree.end[v] ?? end;
          continue;
        }
        this.#chartInGraph[v] = this.#graph;
      }
      constructs.push(v);
      v++;
    }
    return constructs;
  }

  /** Walks from all constructs that nothing in the graph depends on. */
  #sort(constructs: readonly number[], holders: readonly number[]): number[] {
    this.#markAwaited(holders);
    const order: number[] = [];
    for (const v of constructs) {
      if (this.#awaited[v] !== this.#graph) this.#visit(v, order);
    }
    return order;
  }

  /** Marks the constructs that something depends on. */
  #markAwaited(holders: readonly number[]): void {
    const reached = new Map<number, Reached>();
    for (const v of holders) {
      const [first, end] = this.#tree.objectRange(v);
      const only = end - first === 1 ? this.#tree.objectsOf(v)[0] : undefined;
      for (const { target } of this.#of(v)) {
        this.#awaited[this.#dependencies.vertex(target)] = this.#graph;
        if (end === first) continue;
        const now: Reached = only ?? 'all';
        const before = reached.get(target);
        reached.set(target, before === undefined || before === now ? now : 'all');
      }
    }
    for (const [target, by] of reached) {
      for (const member of this.#dependencies.members(target)) {
        if (member !== by && this.#isInGraph(member)) this.#awaited[member] = this.#graph;
      }
    }
  }

  #visit(start: number, order: number[]): void {
    if (this.#done[start] === this.#graph) return;
    const stack: Frame[] = [this.#frame(start)];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.next[top.position++];
      if (next === undefined) {
        this.#done[top.node] = this.#graph;
        if (top.node < this.#size) order.push(top.node);
        stack.pop();
      } else if (this.#done[next] !== this.#graph) {
        if (this.#open[next] === this.#graph) {
          const from = stack.findIndex(({ node }) => node === next);
          const cycle = stack.slice(from).flatMap(({ node }) => (node < this.#size ? [node] : []));
          throw dependencyCycle(cycle, this.#tree, this.#dependencies);
        }
        stack.push(this.#frame(next));
      }
    }
  }

  #frame(node: number): Frame {
    this.#open[node] = this.#graph;
    return { node, next: this.#next(node), position: 0 };
  }

  #next(node: number): readonly number[] {
    if (node >= 2 * this.#size) {
      return this.#dependencies.members(node - 2 * this.#size).filter((v) => this.#isInGraph(v));
    }
    if (node >= this.#size) return this.#nextOfChain(node - this.#size);
    const holder = this.#holder[node] ?? NONE;
    const direct =
      holder === node ? this.#of(node).map(({ target }) => this.#dependencies.vertex(target)) : NOTHING;
    if (this.#tree.isObject[node] !== true || holder === NONE) return direct;
    return [...direct, ...this.#nextOfObject(node, holder)];
  }

  #nextOfChain(v: number): readonly number[] {
    const around = this.#holderAround(v);
    const groups = this.#of(v).map(({ target }) => this.#group(target));
    return around === NONE ? groups : [this.#chain(around), ...groups];
  }

  #nextOfObject(object: number, holder: number): readonly number[] {
    const own = this.#ownSources.get(object);
    if (own === undefined) return [this.#chain(holder)];

    const inwards: number[] = [];
    for (let v = holder; v !== NONE; v = this.#holderAround(v)) inwards.unshift(v);
    const firstOwn = inwards.findIndex((v) => own.has(v));
    const shared = inwards[firstOwn - 1];
    const next = shared === undefined ? [] : [this.#chain(shared)];
    for (const v of inwards.slice(firstOwn)) {
      for (const { target } of this.#of(v)) {
        const members = own.has(v) ? this.#dependencies.members(target) : NOTHING;
        if (!members.includes(object)) next.push(this.#group(target));
        else for (const member of members) if (member !== object) next.push(member);
      }
    }
    return next;
  }

  #chain(v: number): number {
    return this.#size + v;
  }

  #group(target: number): number {
    return 2 * this.#size + target;
  }

  /** The dependencies of a construct that do not lead out of the graph. */
  #of(v: number): readonly Dependency[] {
    const all = this.#dependencies.of(v);
    const isOutside = ({ target }: Dependency): boolean =>
      !this.#isInGraph(this.#dependencies.vertex(target));
    return all.some(isOutside) ? all.filter((dependency) => !isOutside(dependency)) : all;
  }

  #isInGraph(v: number): boolean {
    const chart = this.#tree.chart[v];
    return chart !== undefined && this.#chartInGraph[chart] === this.#graph;
  }

  #holderAround(v: number): number {
    if (this.#tree.chart[v] === v) return NONE;
    return this.#holder[this.#tree.parent[v] ?? NONE] ?? NONE;
  }

  #noteOwnSources(v: number, target: number): void {
    const vertex = this.#dependencies.vertex(target);
    if (vertex === NONE || this.#tree.chart[vertex] !== this.#tree.chart[v]) return;
    // Both are ranges of the chart's objects, one in the other or apart.
    const inner = this.#tree.contains(v, vertex) ? vertex : this.#tree.contains(vertex, v) ? v : NONE;
    if (inner === NONE) return;
    for (const object of this.#tree.objectsOf(inner)) {
      const sources = this.#ownSources.get(object);
      if (sources === undefined) this.#ownSources.set(object, new Set([v]));
      else sources.add(v);
    }
  }

  #noteLeaving(v: number, target: number): void {
    const vertex = this.#dependencies.vertex(target);
    if (vertex === NONE) return;
    for (let chart = this.#tree.chart[v] ?? NONE; chart !== NONE;) {
      if (this.#tree.contains(chart, vertex)) return;
      this.#leaving.add(chart);
      chart = this.#tree.chart[this.#tree.parent[chart] ?? NONE] ?? NONE;
    }
  }
}

/** The first position whose value is not below `value`. */
function lowerBound(sorted: readonly number[], value: number, from = 0): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
