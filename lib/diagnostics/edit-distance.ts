/**
 * How many insertions, deletions, replacements and swaps of neighbours lead from one text to the other
 * (Damerau and Levenshtein, each place edited once), in UTF-16 code units.
 *
 * @param limit Stop counting past this: the answer is then `limit + 1`.
 */
export function editDistance(from: string, to: string, limit = Infinity): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  // What both begin and end with costs nothing, and names of one project share much of it.
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let end = 0;
  while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  return distance(from.slice(start, from.length - end), to.slice(start, to.length - end), limit);
}

function distance(from: string, to: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) edits = Math.min(edits, at(beforeLast, j - 2) + 1);
      row.push(edits);
      least = Math.min(least, edits);
    }
    // A swap reaches back two rows, so one row over the limit does not yet decide; two do.
    if (least > limit && Math.min(...last) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(at(last, to.length), limit + 1);
}

/** Every index asked for has been filled before. */
function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
