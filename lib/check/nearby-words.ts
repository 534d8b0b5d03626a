import { spellingOf, suggest } from '../diagnostics/suggest';
import { groupBy } from '../model/group-by';

/** Among so many, each is compared with the word itself. */
const FEW = 50;
/** Otherwise so many before it, and as many after it. */
const NEIGHBOURS = 10;
/** So many of those that are the same but for case, or for their spelling. */
const ALIKE = 10;
const FORMS: readonly ((word: string) => string)[] = [(word) => word.toLowerCase(), spellingOf];

/**
 * Words to suggest from, in time that does not go with their number: where there are many, only those are
 * compared that differ in case, separators, word order or plural alone, and those that stand near the word in
 * alphabetical order, read from the beginning or from the end. A single slip leaves all before it, or all after it, as
 * it was.
 */
export class NearbyWords {
  private readonly words: readonly string[];
  private readonly reversed: readonly string[];
  private alike: readonly ReadonlyMap<string, readonly string[]>[] | undefined;

  constructor(words: Iterable<string>) {
    this.words = [...new Set(words)].sort();
    this.reversed = this.words.length > FEW ? this.words.map(reverse).sort() : [];
  }

  /** As `suggest`. */
  suggest(word: string, most?: number): readonly string[] {
    return suggest(word, this.candidates(word), most);
  }

  private candidates(word: string): readonly string[] {
    if (this.words.length <= FEW) return this.words;
    this.alike ??= FORMS.map((form) => groupBy(this.words, form));
    return [
      ...this.alike.flatMap((words, form) => (words.get(FORMS[form]?.(word) ?? '') ?? []).slice(0, ALIKE)),
      ...around(this.words, word),
      ...around(this.reversed, reverse(word)).map(reverse),
    ];
  }
}

function around(sorted: readonly string[], word: string): readonly string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(low - NEIGHBOURS, 0), low + NEIGHBOURS);
}

function reverse(text: string): string {
  return Array.from(text).reverse().join('');
}
