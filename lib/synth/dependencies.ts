import { ApiObject, Chart } from 'cdk8s';
import { type IConstruct } from 'constructs';

import { type ConstructTree, NONE } from './construct-tree';
import { SynthError } from './synth-error';

/** Why one construct comes after another. */
export interface Dependency {
  /** What is depended on, by its number in {@link Dependencies}. */
  readonly target: number;
  /** For a sentence in an error: `'web' depends on 'db'`. */
  readonly because: () => string;
}

/** By construct, then by target; both in the order in which they were found. */
type Found = Map<number, Map<number, Dependency>>;

interface Target {
  readonly construct: IConstruct;
  /** Its number in the tree, {@link NONE} when nothing in the tree has its path. */
  readonly vertex: number;
}

/**
 * Who depends on whom: what was declared with `addDependency`, and what follows for the charts.
 *
 * The rules are those of cdk8s (lib/app.ts, `resolveDependencies`), which writes its conclusions
 * into the tree; here the tree is only read:
 * - a chart depends on the charts that are its direct children;
 * - where a construct depends on one of another chart, so does its chart on that chart.
 * What cdk8s concludes for API objects is a product (each object of the one on each object of the
 * other), and is left to be read off `of` and `members`.
 */
export class Dependencies {
  /** The constructs that depend on something, in preorder. */
  readonly holders: readonly number[];
  /** Whether cdk8s would number its files, because a chart depends on another. */
  readonly hasDependantCharts: boolean;
  /** Whether anything was declared. */
  readonly hasDeclared: boolean;

  readonly #tree: ConstructTree;
  readonly #targets: Target[] = [];
  readonly #targetNumbers = new Map<IConstruct, number>();
  readonly #of: ReadonlyMap<number, readonly Dependency[]>;

  constructor(tree: ConstructTree) {
    this.#tree = tree;
    const found: Found = new Map();
    const declared = this.#readDeclared(found);
    this.hasDeclared = declared.length > 0;
    const fromNesting = this.#dependOnNestedCharts(found);
    const fromConstructs = this.#dependOnChartsOf(declared, found);
    this.hasDependantCharts = fromNesting || fromConstructs;
    this.holders = [...found.keys()].sort((a, b) => a - b);
    this.#of = new Map(this.holders.map((v) => [v, [...(found.get(v)?.values() ?? [])]]));
  }

  /** How many different constructs are depended on. */
  get targetCount(): number {
    return this.#targets.length;
  }

  /** What a construct depends on, in the order in which cdk8s sees it. */
  of(v: number): readonly Dependency[] {
    return this.#of.get(v) ?? [];
  }

  /** The number in the tree of a target, {@link NONE} when it is not in the tree. */
  vertex(target: number): number {
    return this.#targets[target]?.vertex ?? NONE;
  }

  /** The API objects that a dependency on the target reaches, in preorder. */
  members(target: number): readonly number[] {
    const found = this.#targets[target];
    if (found === undefined) return [];
    const { construct, vertex } = found;
    if (vertex !== NONE && this.#tree.at(vertex) === construct) return this.#tree.objectsOf(vertex);

    // A construct that was removed from the tree, or one of another app. cdk8s tells constructs
    // apart by path when it orders them, and so meets what has taken the place.
    const chart = Chart.of(construct);
    return construct.node
      .findAll()
      .filter((below) => ApiObject.isApiObject(below) && Chart.of(below) === chart)
      .map((below) => this.#tree.indexOfPath(below.node.path))
      .filter((v) => v !== NONE);
  }

  #readDeclared(found: Found): readonly (readonly [v: number, on: IConstruct])[] {
    const declared: [number, IConstruct][] = [];
    for (const [v, construct] of this.#tree.constructs.entries()) {
      for (const on of dependenciesOf(construct)) {
        declared.push([v, on]);
        this.#add(found, v, on, () => `${quote(construct)} depends on ${quote(on)}`);
      }
    }
    return declared;
  }

  #dependOnNestedCharts(found: Found): boolean {
    let any = false;
    for (const v of this.#tree.charts) {
      const scope = this.#tree.parent[v] ?? NONE;
      if (scope === NONE || this.#tree.chart[scope] !== scope) continue;
      const [chart, nested] = [this.#tree.at(scope), this.#tree.at(v)];
      this.#add(found, scope, nested, () => `chart ${quote(chart)} contains chart ${quote(nested)}`);
      any = true;
    }
    return any;
  }

  #dependOnChartsOf(declared: readonly (readonly [number, IConstruct])[], found: Found): boolean {
    let any = false;
    for (const [v, on] of declared) {
      const source = this.#tree.at(v);
      const sourceChart = chartOf(source, source, on);
      const targetChart = chartOf(on, source, on);
      if (sourceChart === targetChart) continue;
      this.#add(
        found,
        this.#tree.indexOf(sourceChart),
        targetChart,
        () =>
          `${quote(source)} depends on ${quote(on)}, ` +
          `and so chart ${quote(sourceChart)} on chart ${quote(targetChart)}`,
      );
      any = true;
    }
    return any;
  }

  #add(found: Found, v: number, on: IConstruct, because: () => string): void {
    const target = this.#numberOf(on);
    let known = found.get(v);
    if (known === undefined) found.set(v, (known = new Map<number, Dependency>()));
    if (!known.has(target)) known.set(target, { target, because });
  }

  #numberOf(construct: IConstruct): number {
    const known = this.#targetNumbers.get(construct);
    if (known !== undefined) return known;
    const index = this.#tree.indexOf(construct);
    const vertex = index === NONE ? this.#tree.indexOfPath(construct.node.path) : index;
    const target = this.#targets.push({ construct, vertex }) - 1;
    this.#targetNumbers.set(construct, target);
    return target;
  }
}

function dependenciesOf(construct: IConstruct): readonly IConstruct[] {
  try {
    return construct.node.dependencies;
  } catch (cause) {
    throw new SynthError(
      `The dependencies of ${quote(construct)} cannot be read: ${String(cause)}`,
      [construct],
      {
        cause,
      },
    );
  }
}

function chartOf(construct: IConstruct, source: IConstruct, target: IConstruct): Chart {
  try {
    return Chart.of(construct);
  } catch (cause) {
    throw new SynthError(
      `${quote(source)} depends on ${quote(target)}, but ${quote(construct)} is in no chart: ` +
        `only what is in a chart can be put in order. Depend from and on charts, or on what they contain.`,
      [source, target],
      { cause },
    );
  }
}

function quote(construct: IConstruct): string {
  return construct.node.path === '' ? 'the app' : `'${construct.node.path}'`;
}
