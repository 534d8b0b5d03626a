import { editDistance } from './edit-distance';

/** More than this many candidates help nobody. */
const MOST = 4;

/** Kinds of likeness, from the most to the least telling. */
const Likeness = { CASE: 0, SPELLING: 1, EDITS: 2, BEGINNING: 3, PART: 4 } as const;

/** Shorter pieces are part of too many words. */
const SHORTEST_PART = 3;

/**
 * The candidates that someone who wrote `word` may have meant, best first, four at most: those that
 * differ in case only; in separators, word order or plural only; by few edits; those that begin as the
 * word does; those that contain it, or that it contains. Equal ones by code unit.
 *
 * @example
 * ```ts
 * suggest('namespace', ['nodes', 'namespaces', 'persistentvolumes']); // ['namespaces']
 * ```
 */
export function suggest(word: string, candidates: Iterable<string>, most: number = MOST): readonly string[] {
  const sought = wordForms(word);
  const ranked: Ranked[] = [];
  for (const candidate of new Set(candidates)) {
    const rank = rankOf(sought, candidate);
    if (rank !== undefined) ranked.push({ candidate, rank });
  }
  ranked.sort(byRank);
  return ranked.slice(0, Math.min(most, MOST)).map(({ candidate }) => candidate);
}

/** Words that differ in separators and plural only differ little in length. */
const MOST_SEPARATORS = 5;

interface Ranked {
  readonly candidate: string;
  /** Kind of likeness, edits that tell case apart, difference in length. */
  readonly rank: readonly [number, number, number];
}

function byRank(a: Ranked, b: Ranked): number {
  return (
    a.rank[0] - b.rank[0] ||
    a.rank[1] - b.rank[1] ||
    a.rank[2] - b.rank[2] ||
    (a.candidate < b.candidate ? -1 : a.candidate > b.candidate ? 1 : 0)
  );
}

interface WordForms {
  readonly text: string;
  readonly lower: string;
  /** The words it is made of, without separators, each in the singular, in alphabetical order. */
  readonly words: string;
}

function wordForms(text: string): WordForms {
  return { text, lower: text.toLowerCase(), words: spellingOf(text) };
}

/** What two words have in common that differ in case, separators, the order of their parts or a plural alone. */
export function spellingOf(text: string): string {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .map(singular);
  return words.sort().join('');
}

/** English plurals as the resources of Kubernetes form them: policies, classes, ingresses, pods. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/**
 * Names of several parts are often alike in all but the one that tells: `hf-secret` is no misspelling of
 * `sio-secret`. Each part has to be like its fellow.
 */
function isLikeByParts(one: string, other: string): boolean {
  const [parts, fellows] = [one.split(/[-._]/), other.split(/[-._]/)];
  if (parts.length === 1 || parts.length !== fellows.length) return true;
  return parts.every((part, index) => {
    const fellow = fellows[index] ?? '';
    const limit = Math.max(1, Math.floor(Math.max(part.length, fellow.length) / 3));
    return part === fellow || editDistance(part, fellow, limit) <= limit;
  });
}

function rankOf(sought: WordForms, candidate: string): Ranked['rank'] | undefined {
  const lower = candidate.toLowerCase();
  const gap = Math.abs(candidate.length - sought.text.length);
  if (lower === sought.lower) return [Likeness.CASE, editDistance(sought.text, candidate), gap];
  // A third of the longer word may be wrong: past that, likeness is chance.
  const limit = Math.max(1, Math.floor(Math.max(lower.length, sought.lower.length) / 3));
  const edits = gap > limit ? limit + 1 : editDistance(sought.lower, lower, limit);
  if (gap <= MOST_SEPARATORS && sought.words !== '' && wordForms(candidate).words === sought.words) {
    return [Likeness.SPELLING, edits, gap];
  }
  // A word that is all wrong is no misspelling, however short.
  if (
    edits <= limit &&
    edits < Math.min(lower.length, sought.lower.length) &&
    isLikeByParts(sought.lower, lower)
  )
    return [Likeness.EDITS, edits, gap];
  const [short, long] = lower.length < sought.lower.length ? [lower, sought.lower] : [sought.lower, lower];
  if (short.length < SHORTEST_PART) return undefined;
  if (long.startsWith(short)) return [Likeness.BEGINNING, gap, gap];
  return long.includes(short) ? [Likeness.PART, gap, gap] : undefined;
}
