import { isAbsolute, relative, resolve } from 'node:path';
import { type Diagnostic } from '../../diagnostics/diagnostic';
import { type JsonObject } from '../../model/json-value';
import { type ObjectInput } from '../../model/object-entry';
import { findManifestFiles } from '../../read/find-manifest-files';
import { foreignObject, looksLikeManifest } from '../../read/foreign-object';
import { HelmCharts } from '../../read/helm-charts';
import { kustomizePatches } from '../../read/kustomize-patches';
import { readFiles, STDIN_NAME } from '../../read/read-files';
import { readManifests, type ReadObject, type ReadResult } from '../../read/read-manifests';
import { chartNote, type PassedOver, passedOverNotes } from './passed-over';
import { readDiagnostic } from './read-diagnostic';

/** Objects that were read, and what was wrong with the files. */
export interface ReadSet {
  readonly objects: readonly ObjectInput[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads all manifests that the arguments of a command name. What is broken is told, and the rest is read. A file that
 * is named is meant; of those in a folder, what is no manifest (values and templates of charts, patches, settings of
 * other tools) is passed over with a note.
 */
export async function readSet(paths: readonly string[], cwd: string): Promise<ReadSet> {
  const { files, named, problems } = await findManifestFiles(paths, { cwd });
  const set = new SetReader();
  set.diagnostics.push(...problems.map(readDiagnostic));
  const charts = new HelmCharts(cwd);
  const patches = await kustomizePatches(
    files.filter((file) => !named.has(file)),
    cwd,
  );
  const wanted: string[] = [];
  const ofCharts = new Set<string>();
  for (const file of files) {
    const chart = named.has(file) ? undefined : await charts.find(file);
    if (chart !== undefined) {
      const folder = isAbsolute(file) ? chart.folder : relative(cwd, chart.folder) || '.';
      set.seeChart(folder, chart.part === 'crds');
      if (chart.part === 'rendered') continue;
      if (chart.part === 'other') ofCharts.add(file);
    }
    const kustomization = named.has(file) ? undefined : patches.get(resolve(cwd, file));
    if (kustomization === undefined) wanted.push(file);
    else set.passOver(file, `${kustomization} names it among its patches and settings`);
  }
  for await (const read of readFiles(wanted, { cwd })) {
    if (!('text' in read)) set.diagnostics.push(readDiagnostic(read.problem));
    else if (read.file === STDIN_NAME && !/\S/.test(read.text))
      set.diagnostics.push(readDiagnostic(NO_INPUT));
    else if (named.has(read.file) || read.file === STDIN_NAME) {
      set.takeNamed(readManifests(read.text, read.file));
    } else {
      const isOfChart = ofCharts.has(read.file);
      const why = set.takeFound(readManifests(read.text, read.file), read.text, isOfChart);
      if (why !== undefined && !isOfChart) set.passOver(read.file, why);
    }
  }
  return { objects: set.objects, diagnostics: [...set.diagnostics, ...set.notes()] };
}

/** Nothing at all is what a program that failed hands on, and no reason to call everything fine. */
const NO_INPUT = {
  reason: 'file',
  what: 'the standard input is empty',
  help: 'see whether the program before `|` failed: `set -o pipefail` tells',
  span: { file: STDIN_NAME, line: 1, column: 1 },
} as const;

/** What a manifest that cannot be read has all the same, each at the front of a line. */
const FIELDS = [/^[\s{-]*["']?apiVersion["']?\s*:/m, /^[\s{-]*["']?kind["']?\s*:/m];

/** Gathers objects and findings, by how their file was come by. */
class SetReader implements ReadSet {
  readonly objects: ReadObject[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #passedOver: PassedOver[] = [];
  /** Whether each has `crds/`. */
  readonly #charts = new Map<string, boolean>();

  /** A file that was named: whatever it holds, something is said of it. */
  takeNamed({ objects, problems }: ReadResult): void {
    this.diagnostics.push(...problems.map(readDiagnostic));
    for (const each of objects) {
      const what = foreignObject(each.object);
      if (what !== undefined)
        this.diagnostics.push(noObject(each, `this is ${what}, and no Kubernetes object`));
      else if (isBare(each.object)) {
        this.diagnostics.push(
          noObject(each, 'the document has neither `apiVersion` nor `kind`, and is no Kubernetes object'),
        );
      } else this.objects.push(each);
    }
  }

  /**
   * A file that was found in a folder; templates of a chart may lie anywhere in it.
   *
   * @returns Why it is no manifest; undefined if it was taken for one, or is empty.
   */
  takeFound({ objects, problems }: ReadResult, text: string, isOfChart: boolean): string | undefined {
    const foreign = objects.flatMap(({ object, span }) => {
      const what = foreignObject(object);
      return what === undefined ? [] : [{ span, label: `this is ${what}` }];
    });
    const own = objects.filter(({ object }) => foreignObject(object) === undefined);
    const broken = problems.find(({ reason }) => reason === 'syntax' || reason === 'template');
    if (isOfChart && broken?.reason === 'template') return 'a template';
    const isMeant =
      own.some(({ object }) => looksLikeManifest(object)) ||
      problems.some(({ reason }) => reason === 'encoding') ||
      (broken !== undefined && FIELDS.every((field) => field.test(text)));
    if (!isMeant) {
      if (objects.length === 0 && problems.length === 0) return undefined;
      if (broken?.reason === 'template')
        return 'a template, of which nothing says that a manifest comes of it';
      if (broken !== undefined) return 'it cannot be read, and nothing says that a manifest is meant';
      return foreign[0]?.label ?? (own.length === 0 ? 'no object' : 'no `kind` here');
    }
    this.diagnostics.push(...problems.map(readDiagnostic));
    this.objects.push(...own);
    this.#passedOver.push(...foreign);
    return undefined;
  }

  passOver(file: string, label: string): void {
    this.#passedOver.push({ span: { file, line: 1, column: 1 }, label });
  }

  seeChart(folder: string, hasCrds: boolean): void {
    this.#charts.set(folder, hasCrds || this.#charts.get(folder) === true);
  }

  notes(): readonly Diagnostic[] {
    const charts = [...this.#charts].map(([folder, hasCrds]) => chartNote(folder, hasCrds));
    return [...charts, ...passedOverNotes(this.#passedOver)];
  }
}

function isBare(object: JsonObject): boolean {
  return !Object.keys(object).some((key) => /^(?:apiVersion|kind)$/i.test(key));
}

function noObject({ span }: ReadObject, what: string): Diagnostic {
  return readDiagnostic({
    reason: 'not-an-object',
    what,
    help: 'leave it out; of a chart or a Kustomization, check what `helm template` or `kubectl kustomize` prints',
    span,
  });
}
