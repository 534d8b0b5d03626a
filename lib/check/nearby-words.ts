import { suggest } from '../diagnostics/suggest';

/** So many are compared with the word itself; more share neither much of its beginning nor of its end. */
const NEIGHBOURS = 100;

/**
 * Words to suggest from, in time that does not go with their number: where there are many, only those are
 * compared that stand near the word in alphabetical order, read from the beginning or from the end. A single
 * slip leaves all before it, or all after it, as it was.
 */
export class NearbyWords {
  private readonly words: readonly string[];
  private readonly reversed: readonly string[];

  constructor(words: Iterable<string>) {
    this.words = [...new Set(words)].sort();
    this.reversed = this.words.length > NEIGHBOURS ? this.words.map(reverse).sort() : [];
  }

  /** As `suggest`. */
  suggest(word: string, most?: number): readonly string[] {
    return suggest(word, this.candidates(word), most);
  }

  private candidates(word: string): readonly string[] {
    if (this.words.length <= NEIGHBOURS) return this.words;
    return [...around(this.words, word), ...around(this.reversed, reverse(word)).map(reverse)];
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
  return sorted.slice(Math.max(low - NEIGHBOURS / 2, 0), low + NEIGHBOURS / 2);
}

function reverse(text: string): string {
  return Array.from(text).reverse().join('');
}
