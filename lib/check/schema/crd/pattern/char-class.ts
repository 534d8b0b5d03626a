/** Code points from the first to the last. */
export type Range = readonly [first: number, last: number];

const LAST = 0x10ffff;

/** The classes of Perl, in ASCII alone as Go has them (regexp/syntax perl_groups.go). */
export const PERL: Readonly<Record<string, readonly Range[]>> = {
  d: ranges('09'),
  s: [
    [0x09, 0x0a],
    [0x0c, 0x0d],
    [0x20, 0x20],
  ],
  w: ranges('09AZ__az'),
};

/** The classes of POSIX (regexp/syntax perl_groups.go). */
export const POSIX: Readonly<Record<string, readonly Range[]>> = {
  alnum: ranges('09AZaz'),
  alpha: ranges('AZaz'),
  ascii: [[0, 0x7f]],
  blank: ranges('\t\t  '),
  cntrl: [
    [0, 0x1f],
    [0x7f, 0x7f],
  ],
  digit: ranges('09'),
  graph: ranges('!~'),
  lower: ranges('az'),
  print: ranges(' ~'),
  punct: ranges('!/:@[`{~'),
  space: [
    [0x09, 0x0d],
    [0x20, 0x20],
  ],
  upper: ranges('AZ'),
  word: ranges('09AZ__az'),
  xdigit: ranges('09AFaf'),
};

function ranges(pairs: string): readonly Range[] {
  return Array.from({ length: pairs.length / 2 }, (_, at): Range => [
    pairs.charCodeAt(2 * at),
    pairs.charCodeAt(2 * at + 1),
  ]);
}

/** All that is in none of the ranges. */
export function complement(of: readonly Range[]): readonly Range[] {
  const rest: Range[] = [];
  let from = 0;
  for (const [first, last] of [...of].sort((a, b) => a[0] - b[0])) {
    if (first > from) rest.push([from, first - 1]);
    from = Math.max(from, last + 1);
  }
  if (from <= LAST) rest.push([from, LAST]);
  return rest;
}

const CASES: readonly Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
];
/** Letters beyond ASCII that are one of it by simple case folding: the long s, the sign of Kelvin. */
const FOLDED: readonly (readonly number[])[] = [
  [0x53, 0x73, 0x17f],
  [0x4b, 0x6b, 0x212a],
];

/** The ranges with both cases of each letter; undefined if there are letters beyond ASCII, whose tables are large. */
export function foldCase(of: readonly Range[]): readonly Range[] | undefined {
  const has = (point: number): boolean => of.some(([first, last]) => first <= point && point <= last);
  const folded: Range[] = [...of];
  for (const [first, last] of of) {
    // All or nothing beyond ASCII needs no tables.
    if (last > 0x7f && !(first <= 0x80 && last === LAST)) return undefined;
    for (const [from, to] of CASES) {
      const [low, high] = [Math.max(first, from), Math.min(last, to)];
      if (low <= high) folded.push([low ^ 0x20, high ^ 0x20]);
    }
  }
  for (const same of FOLDED) {
    if (same.some(has)) folded.push(...same.map((point): Range => [point, point]));
  }
  return folded;
}

/** As what stands between brackets in JavaScript, with the flag `u`. */
export function writeRanges(of: readonly Range[]): string {
  return of
    .map(([first, last]) => (first === last ? writePoint(first) : `${writePoint(first)}-${writePoint(last)}`))
    .join('');
}

export function writePoint(point: number): string {
  const char = String.fromCodePoint(point);
  return /[A-Za-z0-9]/.test(char) ? char : `\\u{${point.toString(16)}}`;
}
