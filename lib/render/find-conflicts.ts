import { type Entry, placedRef } from './entry';
import { identityKey } from './identity-key';
import { type Layout, type Slot } from './layouts/layout';
import { type RenderProblem } from './render-problem';

interface Placed {
  readonly entry: Entry;
  readonly slot: Slot;
}

/**
 * Finds all objects that share an identity, and all owners that share a file or a folder, on the least
 * capable file system (one that ignores case).
 */
export function findConflicts(
  placed: readonly Placed[],
  layout: Layout,
  kustomization: string | undefined,
): RenderProblem[] {
  return [
    ...findDuplicates(placed).map(duplicateProblem),
    ...findPathConflicts(placed, layout, kustomization),
  ];
}

function findDuplicates(placed: readonly Placed[]): Placed[][] {
  const groups = groupBy(placed, ({ entry }) => identityKey(entry.ref));
  return [...groups.values()].filter((group) => group.length > 1);
}

function duplicateProblem(group: readonly Placed[]): RenderProblem {
  const ref = group[0]?.entry.ref;
  const name = ref?.namespace ? `${ref.namespace}/${ref.name}` : (ref?.name ?? '');
  return {
    title: `${ref?.kind ?? 'object'} \`${name}\` is made ${group.length === 2 ? 'twice' : `${group.length} times`}`,
    objects: group.map(({ entry }) => placedRef(entry)),
    files: [...new Set(group.map(({ slot }) => slot.path))],
    help: 'the last one applied would overwrite the others: give them different names or namespaces, or make it once',
  };
}

function findPathConflicts(
  placed: readonly Placed[],
  layout: Layout,
  kustomization: string | undefined,
): RenderProblem[] {
  const problems: RenderProblem[] = [];
  const files = groupBy(placed, ({ slot }) => slot.path.toLowerCase());
  for (const group of files.values()) {
    const owners = firstOfEach(group, ({ slot }) => slot.owner);
    if (owners.length > 1) problems.push(shared('file', group[0]?.slot.path ?? '', owners, layout));
  }
  const folders = groupBy(placed, ({ slot }) => slot.folder?.toLowerCase());
  for (const group of folders.values()) {
    const charts = firstOfEach(group, ({ entry }) => entry.chart.path);
    if (charts.length > 1) problems.push(shared('folder', group[0]?.slot.folder ?? '', charts, layout));
  }
  for (const [path, group] of files) {
    const parent = ancestorsOf(path).find((folder) => files.has(folder));
    const owner = parent === undefined ? undefined : files.get(parent);
    if (owner) problems.push(shared('path', owner[0]?.slot.path ?? '', [...owner, ...group], layout));
    if (path === kustomization?.toLowerCase()) {
      problems.push(shared('file', path, group.slice(0, 1), layout));
    }
  }
  return problems;
}

function shared(
  what: 'file' | 'folder' | 'path',
  path: string,
  claims: readonly Placed[],
  layout: Layout,
): RenderProblem {
  const owners = claims.map(({ slot, entry }) =>
    what === 'folder' || slot.ownedByChart ? `chart \`${entry.chart.path}\`` : `\`${entry.ref.path}\``,
  );
  if (owners.length === 1) owners.push('the kustomization');
  return {
    title: `the ${what} \`${path}\` is wanted by ${[...new Set(owners)].join(' and by ')}`,
    objects: claims.map(({ entry }) => placedRef(entry)),
    files: [...new Set(claims.map(({ slot }) => slot.path))],
    help: layout.conflictHelp,
  };
}

function ancestorsOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    folders.push(path.slice(0, end));
  }
  return folders;
}

function firstOfEach(group: readonly Placed[], keyOf: (placed: Placed) => string): Placed[] {
  return [...groupBy(group, keyOf).values()].flatMap((same) => same.slice(0, 1));
}

function groupBy(
  placed: readonly Placed[],
  keyOf: (placed: Placed) => string | undefined,
): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
