import { stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

/** A file of a Helm chart. */
export interface ChartFile {
  /** The folder with the Chart.yaml, absolute; that of the outermost chart, for charts in `charts/`. */
  readonly folder: string;
  /**
   * - `crds`: plain manifests, which Helm does not render (helm.sh/helm/v3 pkg/chart, `CRDObjects`);
   * - `rendered`: what Helm reads to render them, templates, values and charts within;
   * - `other`: anything else.
   */
  readonly part: 'crds' | 'rendered' | 'other';
}

/** What Helm reads of a chart (pkg/chart/loader), besides files that templates may ask for. */
const RENDERED = /^(?:templates|charts|ci)\/|^(?:Chart|values[^/]*)\.(?:ya?ml|json)$|^values\.schema\.json$/;

/** Tells which files belong to Helm charts. Each folder is looked at once. */
export class HelmCharts {
  readonly #charts = new Map<string, Promise<string | undefined>>();

  constructor(private readonly cwd: string) {}

  /** Undefined for a file of no chart. */
  async find(file: string): Promise<ChartFile | undefined> {
    const path = resolve(this.cwd, file);
    const folder = await this.#chartOf(dirname(path));
    if (folder === undefined) return undefined;
    const inside = below(folder, path);
    const part = /^(?:charts\/.*?\/)?crds\//.test(inside)
      ? 'crds'
      : RENDERED.test(inside)
        ? 'rendered'
        : 'other';
    return { folder, part };
  }

  #chartOf(folder: string): Promise<string | undefined> {
    let found = this.#charts.get(folder);
    if (found === undefined) {
      found = this.#look(folder);
      this.#charts.set(folder, found);
    }
    return found;
  }

  async #look(folder: string): Promise<string | undefined> {
    const parent = dirname(folder);
    const around = parent === folder ? undefined : await this.#chartOf(parent);
    if (around !== undefined && below(around, `${folder}${sep}`).startsWith('charts/')) return around;
    const isChart = await stat(join(folder, 'Chart.yaml')).then(
      (found) => found.isFile(),
      // A folder that cannot be looked into is told by whoever walks it.
      () => false,
    );
    return isChart ? folder : around;
  }
}

function below(folder: string, path: string): string {
  return path.slice(folder.length + (folder.endsWith(sep) ? 0 : 1)).replaceAll(sep, '/');
}
