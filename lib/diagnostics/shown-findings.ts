import { type Diagnostic } from './diagnostic';

/** Whoever has mended so many of one rule knows how. */
const MOST_OF_RULE = 100;
/** Of one rule in one object: ten thousand containers have one mistake more often than ten thousand. */
const MOST_OF_OBJECT = 20;

/** What a report for people shows of its findings. */
export interface ShownFindings {
  readonly shown: readonly Diagnostic[];
  /** How many of each code were left out. */
  readonly left: ReadonlyMap<string, number>;
}

/** The first findings of each rule, of all objects and of one. The order stays. */
export function shownFindings(findings: readonly Diagnostic[]): ShownFindings {
  const counts = new Map<string, number>();
  const left = new Map<string, number>();
  const count = (at: string): number => {
    const known = (counts.get(at) ?? 0) + 1;
    counts.set(at, known);
    return known;
  };
  const shown = findings.filter(({ code, object }) => {
    const isShown =
      (object === undefined ||
        count(`${code} ${object.kind} ${object.namespace ?? ''} ${object.name}`) <= MOST_OF_OBJECT) &&
      count(code) <= MOST_OF_RULE;
    if (!isShown) left.set(code, (left.get(code) ?? 0) + 1);
    return isShown;
  });
  return { shown, left };
}

/** `and 99950 more of K204, 3 more of K301`, and where they are; undefined where none was left out. */
export function leftInWords({ left }: ShownFindings): string | undefined {
  if (left.size === 0) return undefined;
  const counts = [...left]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => `${count} more of ${code}`);
  return `and ${counts.join(', ')}: \`kubewright check --format json\` has all of them`;
}
