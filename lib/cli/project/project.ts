import { type App } from 'cdk8s';
import { relative, resolve } from 'node:path';
import { groupBy } from '../../model/group-by';
import { type Manifest } from '../../model/manifest';
import { stdout } from '../../render/layouts/stdout';
import { type RenderInput } from '../../render/render-input';
import { collect } from '../../synth/collect';
import { toRenderInput } from '../../synth/to-render-input';
import { type Program, ProgramLoader } from '../program/program-loader';
import { layoutFor } from './layout-for';
import { type RenderJob } from './render-job';
import { readObjects } from './read-objects';

/** How a {@link Project} is rendered. */
export interface ProjectOptions {
  /** The absolute path of the project's folder. */
  readonly projectDir: string;
  /** The output folder, from `--out`. @defaultValue `output` of cdk8s.yaml, or the App's own `outdir` */
  readonly out?: string | undefined;
  /** From `--layout`. @defaultValue what the App was made with */
  readonly layout?: string | undefined;
  /** All into one stream. @defaultValue false */
  readonly stream?: boolean;
}

/** The user's project: its program, run in this process, and what that renders. */
export class Project {
  readonly #loader: ProgramLoader;

  constructor(private readonly options: ProjectOptions) {
    const { projectDir, out } = options;
    this.#loader = new ProgramLoader({
      projectDir,
      // Standard output is ours: for YAML, for a diff, for a report that is read by a program.
      output: 'stderr',
      ...(out !== undefined && { outdir: out }),
    });
  }

  /**
   * Runs the program and collects what it makes, a job for each folder that it renders into. It may be called
   * again; then the user's modules run anew.
   *
   * @throws ProgramError, SynthError
   */
  async load(): Promise<readonly RenderJob[]> {
    const program = await this.#loader.load();
    return program.kind === 'apps' ? this.#ofApps(program.apps) : [this.#ofManifests(program)];
  }

  /** The files that the last run depended on, absolute. */
  files(): readonly string[] {
    return this.#loader.files();
  }

  /** Keeps what makes the next start fast. */
  save(): void {
    this.#loader.save();
  }

  #ofApps(apps: readonly App[]): readonly RenderJob[] {
    const { projectDir, out, layout, stream } = this.options;
    const dirOf = (app: App): string => resolve(projectDir, stream === true ? '' : (out ?? app.outdir));
    return [...groupBy(apps, dirOf)].map(([dir, group]) => ({
      dir,
      input: toRenderInput(group.map(collect)),
      layout: stream === true ? stdout() : layoutFor(layout, group[0]),
    }));
  }

  /** The program ran in a process of its own and wrote manifests: each file counts as a chart. */
  #ofManifests({ manifests, config }: Extract<Program, { kind: 'manifests' }>): RenderJob {
    const { projectDir, out, layout, stream } = this.options;
    const input: RenderInput = {
      charts: manifests.map(({ path, text }) => ({
        name: path.replace(/(\.k8s)?\.ya?ml$/, ''),
        path,
        objects: readObjects(text, path).map((object: Manifest, index) => ({
          object,
          path: `${path}#${index}`,
        })),
      })),
    };
    return {
      dir: resolve(projectDir, out ?? config.output),
      input,
      layout: stream === true ? stdout() : layoutFor(layout, undefined),
    };
  }
}

/** A folder as it is shown: relative to where the user is, if it lies there. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' ? '.' : short.startsWith('..') ? path : short;
}
