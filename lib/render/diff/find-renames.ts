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
        ? [...equalPairs(olds, news, contentText), ...equalPairs(olds, news, unnamedText)]
        : olds.flatMap((before) =>
            news.map((after) => ({
              before,
              after,
              likeness: likeness(before, after, leavesOf),
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

type LeavesOf = ReadonlyMap<Manifest, ReadonlyMap<string, string>>;

interface Pair {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly likeness: number;
}

function equalPairs(
  olds: readonly Manifest[],
  news: readonly Manifest[],
  text: (object: Manifest) => string,
): Pair[] {
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

function contentText(object: Manifest): string {
  return [...leaves(object)]
    .map(([path, value]) => `${path} ${value}`)
    .sort()
    .join('\n');
}

/** The same, with the object's own name left open. */
function unnamedText(object: Manifest): string {
  const name = JSON.stringify(object.metadata.name);
  return [...leaves(object)]
    .map(([path, value]) => `${path} ${value === name ? '(name)' : value}`)
    .sort()
    .join('\n');
}

function kindOf({ apiVersion, kind }: Manifest): string {
  return `${apiVersion} ${kind}`;
}

/** The leaves of an object by their paths, without what names it. */
function leaves({
  metadata,
  apiVersion: _apiVersion,
  kind: _kind,
  ...content
}: Manifest): ReadonlyMap<string, string> {
  const { name: _name, namespace: _namespace, ...marks } = metadata;
  const found = new Map<string, string>();
  const visit = (value: JsonValue, path: string): void => {
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value as Record<string, JsonValue>);
      if (entries.length === 0) found.set(path, '{}');
      for (const [key, member] of entries) visit(member, `${path}/${key}`);
    } else {
      found.set(path, JSON.stringify(value));
    }
  };
  visit({ marks, content }, '');
  return found;
}

/** A label or selector that carries the name goes with the name, or stays as it was: both count as the same. */
function likeness(before: Manifest, after: Manifest, leavesOf: LeavesOf): number {
  const [a, b] = [
    leavesOf.get(before) ?? new Map<string, string>(),
    leavesOf.get(after) ?? new Map<string, string>(),
  ];
  const [oldName, newName] = [before, after].map(({ metadata: { name } }) => JSON.stringify(name));
  const larger = Math.max(a.size, b.size);
  if (larger === 0) return 1;
  const same = [...a].filter(([path, value]) => {
    const other = b.get(path);
    return value === other || (value === oldName && other === newName);
  });
  return same.length / larger;
}
