import { groupBy } from '../../model/group-by';
import { type JsonValue } from '../../model/json-value';
import { type Manifest } from '../../model/manifest';

/** Share of an object's leaves that has to be the same for it to count as renamed. */
const LIKENESS = 0.8;
/** Pairs of one kind that are compared leaf by leaf; beyond, only equal content counts as renamed. */
const MOST_PAIRS = 10_000;

/**
 * Which of the added objects are removed ones under another name or namespace: those of one kind whose content
 * is the same, or nearly so, the likest first.
 */
export function findRenames(
  removed: readonly Manifest[],
  added: readonly Manifest[],
): ReadonlyMap<Manifest, Manifest> {
  const renames = new Map<Manifest, Manifest>();
  const byKind = groupBy(removed, kindOf);
  for (const [kind, news] of groupBy(added, kindOf)) {
    const olds = byKind.get(kind) ?? [];
    const limit = olds.length * news.length > MOST_PAIRS ? 1 : LIKENESS;
    const leavesOf = new Map([...olds, ...news].map((object) => [object, leaves(object)]));
    const pairs =
      limit === 1
        ? equalPairs(olds, news, leavesOf)
        : olds.flatMap((before) =>
            news.map((after) => ({
              before,
              after,
              likeness: likeness(leavesOf.get(before), leavesOf.get(after)),
            })),
          );
    const taken = new Set<Manifest>();
    for (const { before, after, likeness: share } of pairs.sort((a, b) => b.likeness - a.likeness)) {
      if (share < limit || taken.has(before) || renames.has(after)) continue;
      taken.add(before);
      renames.set(after, before);
    }
  }
  return renames;
}

interface Pair {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly likeness: number;
}

function equalPairs(
  olds: readonly Manifest[],
  news: readonly Manifest[],
  leavesOf: ReadonlyMap<Manifest, ReadonlySet<string>>,
): Pair[] {
  const text = (object: Manifest): string => [...(leavesOf.get(object) ?? [])].sort().join('\n');
  const byContent = groupBy(olds, text);
  const used = new Map<string, number>();
  return news.flatMap((after) => {
    const content = text(after);
    const index = used.get(content) ?? 0;
    const before = byContent.get(content)?.[index];
    used.set(content, index + 1);
    return before === undefined ? [] : [{ before, after, likeness: 1 }];
  });
}

function kindOf({ apiVersion, kind }: Manifest): string {
  return `${apiVersion} ${kind}`;
}

/**
 * The leaves of an object with their paths, without what names it. A label or selector that carries the name
 * goes with the name, so texts equal to it count as the same.
 */
function leaves({
  metadata,
  apiVersion: _apiVersion,
  kind: _kind,
  ...content
}: Manifest): ReadonlySet<string> {
  const { name, namespace: _namespace, ...marks } = metadata;
  const found = new Set<string>();
  const visit = (value: JsonValue, path: string): void => {
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value as Record<string, JsonValue>);
      if (entries.length === 0) found.add(`${path} {}`);
      for (const [key, member] of entries) visit(member, `${path}/${key}`);
    } else {
      found.add(`${path} ${value === name ? '(name)' : JSON.stringify(value)}`);
    }
  };
  visit({ marks, content }, '');
  return found;
}

function likeness(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const larger = Math.max(a.size, b.size);
  if (larger === 0) return 1;
  return [...a].filter((leaf) => b.has(leaf)).length / larger;
}
