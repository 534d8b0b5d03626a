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

/**
 * Things with labels, found by selector in time that goes with the rarest label asked for, not with the
 * number of things. Keeps their order. Selectors that come to the same get the same list, which is looked for once:
 * those of thousands of objects may each select all there is.
 */
export class LabelIndex<T> {
  /** Positions of the items that have a key, and of those that have it with a value. */
  private readonly byKey = new Map<
    string,
    { readonly all: number[]; readonly byValue: Map<string, number[]> }
  >();
  private readonly labels: readonly Labels[];
  private readonly found = new Map<string, readonly T[]>();
  private kept = 0;

  constructor(
    readonly items: readonly T[],
    labelsOf: (item: T) => Labels,
  ) {
    this.labels = items.map(labelsOf);
    for (const [position, labels] of this.labels.entries()) {
      for (const [key, value] of Object.entries(labels)) this.add(key, value, position);
    }
  }

  /** The items whose labels meet every requirement; without requirements, all of them. */
  matching(requirements: readonly LabelRequirement[]): readonly T[] {
    const telling = this.telling(requirements);
    if (telling.length === 0) return this.items;
    const at = telling
      .map((each) => JSON.stringify(each))
      .sort()
      .join();
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
    return requirements.flatMap(({ key, operator, values = [] }): readonly LabelRequirement[] => {
      const postings = this.byKey.get(key);
      if (operator === 'Exists') return postings?.all.length === this.items.length ? [] : [{ key, operator }];
      if (operator === 'DoesNotExist') return postings === undefined ? [] : [{ key, operator }];
      const had = [...new Set(values)].filter((value) => postings?.byValue.has(value)).sort();
      return operator === 'NotIn' && had.length === 0 ? [] : [{ key, operator, values: had }];
    });
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
