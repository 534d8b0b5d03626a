type Labels = Readonly<Record<string, string>>;

/**
 * Things that select by labels, found by what they may select: each is kept by that of its labels which the fewest others ask for, so
 * that one that all ask for does not bring in all of them.
 */
export class SelectorIndex<T> {
  private readonly byLabel = new Map<string, T[]>();
  /** Those that ask for no label. */
  readonly unlabelled: readonly T[];

  /** @param items Each with the labels that it asks for; a thing may be there with several such maps. */
  constructor(items: readonly (readonly [item: T, labels: Labels])[]) {
    const counts = new Map<string, number>();
    for (const [, labels] of items) {
      for (const [key, value] of Object.entries(labels)) {
        const label = labelKey(key, value);
        counts.set(label, (counts.get(label) ?? 0) + 1);
      }
    }
    const unlabelled: T[] = [];
    for (const [item, labels] of items) {
      const [rarest] = Object.entries(labels)
        .map(([key, value]) => labelKey(key, value))
        .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
      if (rarest === undefined) unlabelled.push(item);
      else {
        const known = this.byLabel.get(rarest);
        if (known === undefined) this.byLabel.set(rarest, [item]);
        else known.push(item);
      }
    }
    this.unlabelled = unlabelled;
  }

  /** What may select something with these labels, what asks for none included: whether it does is to be looked at. */
  candidates(labels: Labels): readonly T[] {
    const labelled = Object.entries(labels).flatMap(
      ([key, value]) => this.byLabel.get(labelKey(key, value)) ?? [],
    );
    return this.unlabelled.length === 0 ? labelled : [...this.unlabelled, ...labelled];
  }
}

function labelKey(key: string, value: string): string {
  return `${key}=${value}`;
}
