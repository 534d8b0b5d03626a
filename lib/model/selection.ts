import { oncePer } from './once-per';

/** A list that many selections share, without the few of it that one of them leaves out. */
export interface SelectionPart<T> {
  readonly from: readonly T[];
  /** All of them in `from`. */
  readonly without: ReadonlySet<T>;
}

/**
 * What a selector selects of some things. Thousands of selectors may each select all but one, or some of their own and all that have a
 * label: written out these would be lists of thousands each. So a selection says of which lists it consists, without what: whoever
 * asks the same of many selections asks it of the lists, once each ({@link Selection.where}), and takes away what is left out.
 */
export class Selection<T extends object> implements Iterable<T> {
  /** How many there are. */
  readonly size: number;

  /**
   * @param parts Of which no two have an item in common, each in order.
   * @param placeOf The place of an item in the order of all.
   */
  constructor(
    readonly parts: readonly SelectionPart<T>[],
    private readonly placeOf: (item: T) => number,
  ) {
    this.size = parts.reduce((sum, { from, without }) => sum + from.length - without.size, 0);
  }

  get first(): T | undefined {
    return this.take(1)[0];
  }

  has(item: T): boolean {
    return this.parts.some(({ from, without }) => itemsOf(from).has(item) && !without.has(item));
  }

  /** Whether a condition holds for any of them: they are asked until it does. */
  some(isAsked: (item: T) => boolean): boolean {
    return this.parts.some(({ from, without }) => from.some((item) => !without.has(item) && isAsked(item)));
  }

  /** The first ones, at most so many. */
  take(most: number): readonly T[] {
    const taken = this.parts.map((part) => firstOf(part, most));
    return taken.length === 1 ? (taken[0] ?? []) : this.inOrder(taken).slice(0, most);
  }

  /**
   * Those of them that are among what a list is narrowed down to.
   *
   * @param narrow Is asked for each shared list, and has to give the same for the same: see `oncePer`.
   */
  where(narrow: (list: readonly T[]) => readonly T[]): Selection<T> {
    const lists = this.parts.map(({ from }) => narrow(from));
    if (this.parts.every(({ from }, index) => lists[index] === from)) return this;
    const parts = this.parts.flatMap(({ without }, index): readonly SelectionPart<T>[] => {
      const from = lists[index] ?? [];
      return from.length === 0 ? [] : [{ from, without: among(without, from) }];
    });
    return new Selection(parts, this.placeOf);
  }

  /** Those that are in another selection of the same things too. */
  and(other: Selection<T>): Selection<T> {
    const parts = this.parts.flatMap((one) => other.parts.flatMap((each) => commonPart(one, each)));
    return new Selection(parts, this.placeOf);
  }

  /** All of them, in order: in time that goes with their number. */
  [Symbol.iterator](): Iterator<T> {
    return this.toList()[Symbol.iterator]();
  }

  /** All of them, in order: in time that goes with their number. The shared list where it is that. */
  toList(): readonly T[] {
    const [only, ...more] = this.parts;
    if (more.length === 0 && only?.without.size === 0) return only.from;
    return this.take(Infinity);
  }

  private inOrder(lists: readonly (readonly T[])[]): readonly T[] {
    return lists.flat().sort((a, b) => this.placeOf(a) - this.placeOf(b));
  }
}

function firstOf<T>({ from, without }: SelectionPart<T>, most: number): readonly T[] {
  if (without.size === 0) return from.slice(0, most);
  const first: T[] = [];
  for (const item of from) {
    if (first.length >= most) break;
    if (!without.has(item)) first.push(item);
  }
  return first;
}

/** Lists of so few are gone through for each selection. */
const FEW = 64;

function commonPart<T extends object>(
  one: SelectionPart<T>,
  other: SelectionPart<T>,
): readonly SelectionPart<T>[] {
  const [small, large] = one.from.length <= other.from.length ? [one, other] : [other, one];
  if (small.from !== large.from && small.from.length <= FEW) {
    const known = itemsOf(large.from);
    const from = small.from.filter(
      (item) => !small.without.has(item) && known.has(item) && !large.without.has(item),
    );
    return from.length === 0 ? [] : [{ from, without: NOTHING }];
  }
  const from = small.from === large.from ? small.from : (common(small.from, large.from) as readonly T[]);
  if (from.length === 0) return [];
  const without = [...among(small.without, from), ...among(large.without, from)];
  return [{ from, without: without.length === 0 ? NOTHING : new Set(without) }];
}

/** What two lists have in common, in the order of the first. The same list for the same two. */
function common(small: readonly object[], large: readonly object[]): readonly object[] {
  const known = commons(small);
  let list = known.get(large);
  if (list === undefined) {
    const items = itemsOf(large);
    list = small.every((item) => items.has(item)) ? small : small.filter((item) => items.has(item));
    known.set(large, list);
  }
  return list;
}

const commons = oncePer((_: readonly object[]) => new Map<readonly object[], readonly object[]>());

const NOTHING: ReadonlySet<never> = new Set();

function among<T extends object>(items: ReadonlySet<T>, list: readonly T[]): ReadonlySet<T> {
  if (items.size === 0) return NOTHING;
  const known = itemsOf(list);
  return new Set([...items].filter((item) => known.has(item)));
}

const sets = oncePer((list: readonly object[]): ReadonlySet<object> => new Set(list));

function itemsOf<T extends object>(list: readonly T[]): ReadonlySet<T> {
  return sets(list) as ReadonlySet<T>;
}
