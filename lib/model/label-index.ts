import { Selection, type SelectionPart } from './selection';

/** One requirement of a label selector, as apimachinery's `labels.Requirement`. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /** Of `In` and `NotIn`; left out for the others. */
  readonly values?: readonly string[];
}

type Labels = Readonly<Record<string, string>>;

/** Lists are kept until they hold so many items: thousands of selectors may each select nearly all. */
const MOST_KEPT = 2_000_000;

/** So many lists a selection consists of at most, or of one of its own. */
const MOST_PARTS = 32;

/** Fewer items need not be shared between selections. */
const FEW = 32;

/**
 * Things with labels, found by selector in time that goes with the rarest label asked for, not with the
 * number of things. Keeps their order. Selectors that come to the same get the same list, which is looked for once:
 * those of thousands of objects may each select all there is.
 */
export class LabelIndex<T extends object> {
  /** Positions of the items that have a key, and of those that have it with a value. */
  private readonly byKey = new Map<
    string,
    { readonly all: number[]; readonly byValue: Map<string, number[]> }
  >();
  private readonly labels: readonly Labels[];
  private readonly found = new Map<string, readonly T[]>();
  private kept = 0;
  private readonly selections = new Map<string, Selection<T>>();
  private places: ReadonlyMap<T, number> | undefined;
  /** So many items go with a selection; lists of more are shared between selections. */
  private readonly few: number;

  constructor(
    readonly items: readonly T[],
    labelsOf: (item: T) => Labels,
    few = Math.max(FEW, Math.sqrt(items.length)),
  ) {
    this.few = few;
    this.labels = items.map(labelsOf);
    this.labels.forEach((labels, position) => {
      Object.keys(labels).forEach((key) => this.add(key, labels[key] ?? '', position));
    });
  }

  /** The items whose labels meet every requirement; without requirements, all of them. */
  matching(requirements: readonly LabelRequirement[]): readonly T[] {
    const telling = this.telling(requirements);
    if (telling.length === 0) return this.items;
    const at = keyOf(telling);
    let found = this.found.get(at);
    if (found === undefined) {
      found = this.meeting(telling);
      this.kept += found.length;
      if (this.kept > MOST_KEPT) {
        this.found.clear();
        this.kept = found.length;
      }
      this.found.set(at, found);
    }
    return found;
  }

  /**
   * The same, in time that does not go with the number of items where thousands of selectors each leave out some of their own,
   * or add some to what many select.
   */
  selection(requirements: readonly LabelRequirement[]): Selection<T> {
    const telling = this.telling(requirements);
    const at = keyOf(telling);
    let selection = this.selections.get(at);
    if (selection === undefined) {
      selection = new Selection(this.partsOf(telling), (item) => this.placeOf(item));
      this.selections.set(at, selection);
    }
    return selection;
  }

  /** Some of the items, in their order, as a selection of them. */
  among(items: readonly T[]): Selection<T> {
    const parts = items.length === 0 ? [] : [{ from: items, without: new Set<T>() }];
    return new Selection(parts, (item) => this.placeOf(item));
  }

  private partsOf(telling: readonly LabelRequirement[]): readonly SelectionPart<T>[] {
    const { shared, leftOut } = this.withoutFew(telling);
    return this.alternatives(shared).flatMap((each): readonly SelectionPart<T>[] => {
      const from = this.matching(each);
      if (from.length === 0) return [];
      const without = leftOut.flatMap((position) => {
        const item = this.items[position];
        return item !== undefined && meetsAll(this.labels[position] ?? {}, each) ? [item] : [];
      });
      return [{ from, without: new Set(without) }];
    });
  }

  /** Takes apart what requirements leave out: the few that have labels which few have, and the requirements that are left. */
  private withoutFew(requirements: readonly LabelRequirement[]): {
    readonly shared: readonly LabelRequirement[];
    readonly leftOut: readonly number[];
  } {
    const shared: LabelRequirement[] = [];
    const leftOut: number[] = [];
    const isLeftOut = (list: readonly number[] = []): boolean => {
      if (leftOut.length + list.length > this.few) return false;
      leftOut.push(...list);
      return true;
    };
    for (const requirement of requirements) {
      const { key, operator, values = [] } = requirement;
      const postings = this.byKey.get(key);
      if (operator === 'NotIn') {
        const others = values.filter((value) => !isLeftOut(postings?.byValue.get(value)));
        if (others.length > 0) shared.push({ key, operator, values: others });
      } else if (operator !== 'DoesNotExist' || !isLeftOut(postings?.all)) shared.push(requirement);
    }
    return { shared, leftOut };
  }

  /** The same as several: with each value that many have by itself, and with all those together that few have. */
  private alternatives(requirements: readonly LabelRequirement[]): readonly (readonly LabelRequirement[])[] {
    let all: readonly (readonly LabelRequirement[])[] = [[]];
    for (const requirement of requirements) {
      const { key, operator, values = [] } = requirement;
      const byValue = this.byKey.get(key)?.byValue;
      const isOfMany = (value: string): boolean => (byValue?.get(value)?.length ?? 0) > this.few;
      const large = operator === 'In' && values.length > 1 ? values.filter(isOfMany) : [];
      const small = large.length === 0 ? values : values.filter((value) => !isOfMany(value));
      const either: readonly LabelRequirement[] =
        large.length === 0
          ? [requirement]
          : [...large.map((value) => [value]), ...(small.length === 0 ? [] : [small])].map((some) => ({
              key,
              operator,
              values: some,
            }));
      if (all.length * either.length > MOST_PARTS) return [requirements];
      all = all.flatMap((before) => either.map((each) => [...before, each]));
    }
    return all;
  }

  private placeOf(item: T): number {
    this.places ??= new Map(this.items.map((each, place) => [each, place]));
    return this.places.get(item) ?? -1;
  }

  private meeting(requirements: readonly LabelRequirement[]): readonly T[] {
    const candidates = this.candidates(requirements);
    if (candidates === undefined) return this.without(requirements);
    const found: T[] = [];
    for (const position of candidates) {
      const item = this.items[position];
      if (item !== undefined && meetsAll(this.labels[position] ?? {}, requirements)) found.push(item);
    }
    return found;
  }

  /** Of requirements that ask for no label: all but those that have one that is not to be there. */
  private without(requirements: readonly LabelRequirement[]): readonly T[] {
    const lists = requirements.flatMap(({ key, operator, values = [] }) => {
      const postings = this.byKey.get(key);
      return operator === 'NotIn'
        ? values.map((value) => postings?.byValue.get(value) ?? [])
        : [postings?.all ?? []];
    });
    const found: T[][] = [];
    let from = 0;
    for (const position of [...new Set(lists.flat())].sort((a, b) => a - b)) {
      if (position > from) found.push(this.items.slice(from, position));
      from = position + 1;
    }
    found.push(this.items.slice(from));
    return found.flat();
  }

  /** Without values that no item has, and without requirements that every item meets: what is left tells items apart. */
  private telling(requirements: readonly LabelRequirement[]): readonly LabelRequirement[] {
    if (requirements.every((requirement) => this.asksForOneThatThereIs(requirement))) return requirements;
    return requirements.flatMap(({ key, operator, values = [] }): readonly LabelRequirement[] => {
      const postings = this.byKey.get(key);
      if (operator === 'Exists') return postings?.all.length === this.items.length ? [] : [{ key, operator }];
      if (operator === 'DoesNotExist') return postings === undefined ? [] : [{ key, operator }];
      const had = [...new Set(values)].filter((value) => postings?.byValue.has(value)).sort();
      return operator === 'NotIn' && had.length === 0 ? [] : [{ key, operator, values: had }];
    });
  }

  /** As nearly all requirements do. */
  private asksForOneThatThereIs({ key, operator, values = [] }: LabelRequirement): boolean {
    const [only = ''] = values;
    return operator === 'In' && values.length === 1 && this.byKey.get(key)?.byValue.has(only) === true;
  }

  private add(key: string, value: string, position: number): void {
    let postings = this.byKey.get(key);
    if (postings === undefined) this.byKey.set(key, (postings = { all: [], byValue: new Map() }));
    postings.all.push(position);
    const withValue = postings.byValue.get(value);
    if (withValue === undefined) postings.byValue.set(value, [position]);
    else withValue.push(position);
  }

  /** The shortest list, in order, that holds every match; undefined where they ask for no label. */
  private candidates(requirements: readonly LabelRequirement[]): readonly number[] | undefined {
    let best: readonly (readonly number[])[] | undefined;
    let bestSize = Infinity;
    for (const { key, operator, values = [] } of requirements) {
      if (operator === 'NotIn' || operator === 'DoesNotExist') continue;
      const postings = this.byKey.get(key);
      const lists =
        operator === 'Exists'
          ? [postings?.all ?? []]
          : [...new Set(values)].map((value) => postings?.byValue.get(value) ?? []);
      const size = lists.reduce((sum, list) => sum + list.length, 0);
      if (size < bestSize) [best, bestSize] = [lists, size];
    }
    // The lists of several values of one key do not overlap.
    return best === undefined || best.length === 1 ? best?.[0] : best.flat().sort((a, b) => a - b);
  }
}

function keyOf(requirements: readonly LabelRequirement[]): string {
  const [only] = requirements;
  if (only !== undefined && requirements.length === 1) return JSON.stringify(only);
  return requirements
    .map((each) => JSON.stringify(each))
    .sort()
    .join();
}

/** As `labels.Requirement.Matches` of apimachinery: `NotIn` holds where the key is absent. */
function meetsAll(labels: Labels, requirements: readonly LabelRequirement[]): boolean {
  return requirements.every(({ key, operator, values = [] }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case 'In':
        return value !== undefined && values.includes(value);
      case 'NotIn':
        return value === undefined || !values.includes(value);
      case 'Exists':
        return value !== undefined;
      case 'DoesNotExist':
        return value === undefined;
    }
  });
}
