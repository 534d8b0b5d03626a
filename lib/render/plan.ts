import { compareStrings } from './compare-strings';
import { entriesOf, type Entry, placedRef } from './entry';
import { emitDocument, emitDocuments } from './emit-yaml';
import { findConflicts } from './find-conflicts';
import { kustomizationFor, type KustomizationFile } from './kustomization';
import { filePerChart } from './layouts/file-per-chart';
import { type Layout } from './layouts/layout';
import { orderNotes } from './order/order-notes';
import { sortEntries } from './order/sort-entries';
import { compareWalkOrder } from './order/walk-order';
import { type PlanFile } from './plan-file';
import { type PlanMemory } from './plan-memory';
import { RenderError } from './render-error';
import { type RenderInput } from './render-input';
import { type RenderProblem } from './render-problem';
import { UnwritableValueError } from './unwritable-value-error';

/** All files of one run, in memory, in the order in which `kubectl apply -R` reads them. */
export interface Plan {
  readonly layout: Layout['name'];
  readonly files: readonly PlanFile[];
  /** What a person should know of these files; nothing that stops the run. */
  readonly notes: readonly RenderProblem[];
}

/** Settings of {@link plan}. */
export interface PlanOptions {
  /** @default filePerChart() */
  readonly layout?: Layout;
  /**
   * Adds a file for kustomize that lists all others in order. `kubectl apply -f dist/ -R` takes a
   * `kustomization.yaml` for a manifest and fails on it (use `-k`); a file named `Kustomization` serves
   * both, since kubectl reads no file without extension there, and kustomize, Argo CD and Flux know the name.
   * @default none
   */
  readonly kustomization?: KustomizationFile;
  /** Of the last plan in this process, from which files of the very same objects are taken. @default none */
  readonly memory?: PlanMemory;
}

/**
 * Computes every file of a run without touching a disk. The same input gives the same bytes.
 *
 * In a file, and over the files in the order of their names, objects stand so that `kubectl apply -f
 * dist/ -R` succeeds on an empty cluster at the first try (see install-class, needs and placement). One
 * thing cannot be had in one run: custom resources beside their definitions. kubectl asks the server for
 * the resource of every object before it applies any (cli-runtime, pkg/resource/mapper.go, infoForData),
 * so it applies all else and fails; `notes` then says how to apply in two runs. Dependencies that were told
 * between objects of different files hold in `stdout` and in a kustomization, not over file names: kubectl
 * does not wait for objects to become ready, so only needs would make a difference there.
 *
 * @throws {@link RenderError} with all conflicts: objects of one identity, owners of one path, values
 * that cannot be written.
 */
export function plan(input: RenderInput, options: PlanOptions = {}): Plan {
  const layout = options.layout ?? filePerChart();
  const entries = entriesOf(input);
  const slotFor = layout.slotsFor(entries);
  const slots = entries.map((entry) => ({ entry, slot: slotFor(entry) }));
  const problems = findConflicts(slots, layout, options.kustomization);
  if (problems.length > 0) throw new RenderError(problems);

  const groups = new Map<string, Entry[]>();
  for (const { entry, slot } of slots) {
    const group = groups.get(slot.path);
    if (group) group.push(entry);
    else groups.set(slot.path, [entry]);
  }
  const sorted = [...groups]
    .map(([path, group]) => ({ path, entries: sortEntries(group) }))
    .sort((a, b) => compareWalkOrder(a.path, b.path));

  const unwritable: RenderProblem[] = [];
  const files = sorted.map(({ path, entries: held }): PlanFile => {
    const bytes = emitFile(path, held, unwritable, options.memory);
    return { path, bytes, objects: held.map((entry) => entry.ref) };
  });
  if (unwritable.length > 0) throw new RenderError(unwritable);
  options.memory?.complete();

  if (options.kustomization !== undefined && layout.name !== 'stdout') {
    const order = sortEntries(entries);
    const firstUse = new Map(order.map((entry, at) => [slotFor(entry).path, at] as const).reverse());
    const resources = files.map((file) => file.path);
    // Files that hold one object each can follow the full order; files of charts go by name.
    if (layout.name === 'file-per-object' || layout.name === 'folder-per-chart') {
      resources.sort((a, b) => (firstUse.get(a) ?? 0) - (firstUse.get(b) ?? 0) || compareStrings(a, b));
    }
    files.push(kustomizationFor(options.kustomization, resources));
    files.sort((a, b) => compareWalkOrder(a.path, b.path));
  }
  return { layout: layout.name, files, notes: orderNotes(sorted) };
}

function emitFile(
  path: string,
  entries: readonly Entry[],
  unwritable: RenderProblem[],
  memory: PlanMemory | undefined,
): Uint8Array {
  const objects = entries.map((entry) => entry.object);
  try {
    const bytes = memory?.recall(path, objects) ?? Buffer.from(emitDocuments(objects), 'utf8');
    memory?.remember(path, objects, bytes);
    return bytes;
  } catch (error) {
    if (!(error instanceof UnwritableValueError)) throw error;
    for (const entry of entries) unwritable.push(...unwritableIn(entry));
    return new Uint8Array();
  }
}

function unwritableIn(entry: Entry): RenderProblem[] {
  try {
    emitDocument(entry.object);
    return [];
  } catch (error) {
    if (!(error instanceof UnwritableValueError)) throw error;
    const help = error.path === '' ? 'mend that value' : `mend the value of \`${error.path}\``;
    return [{ title: error.message, objects: [placedRef(entry)], files: [], help }];
  }
}
