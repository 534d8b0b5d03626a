import { ApiObject, Chart } from 'cdk8s';
import { type IConstruct } from 'constructs';

/** An {@link ConstructTree} index that points at nothing. */
export const NONE = -1;

/**
 * The constructs below a root in preorder, by number, with what ordering asks of them.
 *
 * Preorder makes every subtree, and the objects that a chart has in a subtree, a range: the
 * constructs below and including `v` are `v .. end[v] - 1`. Built by one walk that does not
 * recurse, so a deep tree is no problem; `node.children` alone decides the order of siblings
 * (integer-like ids come first there).
 */
export class ConstructTree {
  readonly constructs: readonly IConstruct[];
  readonly parent: readonly number[];
  /** One past the last construct of the subtree. */
  readonly end: readonly number[];
  /** The closest chart, the construct itself where it is one; {@link NONE} outside of charts. */
  readonly chart: readonly number[];
  readonly isObject: readonly boolean[];
  /** All charts, in preorder. */
  readonly charts: readonly number[];

  readonly #chartIndexes = new Map<IConstruct, number>();
  /** The objects of each chart; undefined for what is no chart. */
  readonly #objects: (number[] | undefined)[] = [];
  readonly #firstObject: number[] = [];
  readonly #endObject: number[] = [];
  #indexes: ReadonlyMap<IConstruct, number> | undefined;
  #byPath: ReadonlyMap<string, number> | undefined;

  constructor(root: IConstruct) {
    const constructs: IConstruct[] = [];
    const parent: number[] = [];
    const end: number[] = [];
    const chart: number[] = [];
    const isObject: boolean[] = [];
    const charts: number[] = [];

    const open = (construct: IConstruct, scope: number): number => {
      const v = constructs.push(construct) - 1;
      parent.push(scope);
      end.push(v + 1);
      const startsChart = Chart.isChart(construct);
      const own = startsChart ? v : (chart[scope] ?? NONE);
      chart.push(own);
      this.#objects.push(startsChart ? [] : undefined);
      if (startsChart) {
        charts.push(v);
        this.#chartIndexes.set(construct, v);
      }
      const objects = this.#objects[own];
      const produces = ApiObject.isApiObject(construct);
      isObject.push(produces);
      this.#firstObject.push(objects?.length ?? 0);
      if (produces) objects?.push(v);
      this.#endObject.push(objects?.length ?? 0);
      return v;
    };
    const close = (v: number): void => {
      end[v] = constructs.length;
      this.#endObject[v] = this.#objects[chart[v] ?? NONE]?.length ?? 0;
    };

    const stack = [{ v: open(root, NONE), children: root.node.children, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const child = top.children[top.next++];
      if (child === undefined) {
        close(top.v);
        stack.pop();
        continue;
      }
      const v = open(child, top.v);
      const children = child.node.children;
      if (children.length > 0) stack.push({ v, children, next: 0 });
    }

    this.constructs = constructs;
    this.parent = parent;
    this.end = end;
    this.chart = chart;
    this.isObject = isObject;
    this.charts = charts;
  }

  /** The number of a construct, {@link NONE} when it is not in the tree. */
  indexOf(construct: IConstruct): number {
    const chart = this.#chartIndexes.get(construct);
    if (chart !== undefined) return chart;
    this.#indexes ??= new Map(this.constructs.map((known, v) => [known, v]));
    return this.#indexes.get(construct) ?? NONE;
  }

  /** The number of the construct that has this path, {@link NONE} when there is none. */
  indexOfPath(path: string): number {
    this.#byPath ??= new Map(this.constructs.map((construct, v) => [construct.node.path, v]));
    return this.#byPath.get(path) ?? NONE;
  }

  /** The construct of a number that this tree gave out. */
  at(v: number): IConstruct {
    const construct = this.constructs[v];
    if (construct === undefined) throw new RangeError(`no construct has the number ${v}`);
    return construct;
  }

  /** Whether `v` is `ancestor` or stands below it. */
  contains(ancestor: number, v: number): boolean {
    return v >= ancestor && v < (this.end[ancestor] ?? 0);
  }

  /**
   * The API objects at and below `v` whose closest chart is the one of `v`, in preorder: what a
   * dependency from or on `v` is about.
   */
  objectsOf(v: number): readonly number[] {
    const objects = this.#objects[this.chart[v] ?? NONE];
    return objects === undefined ? [] : objects.slice(this.#firstObject[v], this.#endObject[v]);
  }

  /** The same range as {@link objectsOf}, as positions in the list of the chart's objects. */
  objectRange(v: number): readonly [first: number, end: number] {
    return [this.#firstObject[v] ?? 0, this.#endObject[v] ?? 0];
  }
}
