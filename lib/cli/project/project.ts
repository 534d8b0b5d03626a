import { type App } from 'cdk8s';
import { join, relative, resolve } from 'node:path';
import { type KubewrightConfig } from '../../check/config';
import { groupBy } from '../../model/group-by';
import { stdout } from '../../render/layouts/stdout';
import { recordSources } from '../../source/record-sources';
import { collect } from '../../synth/collect';
import { CollectMemory } from '../../synth/collect-memory';
import { type CollectedApp } from '../../synth/collected-app';
import { toRenderInput } from '../../synth/to-render-input';
import { patiently } from '../program/patiently';
import { type Program, ProgramLoader } from '../program/program-loader';
import { readProjectConfig } from '../program/project-config';
import { commonFolder } from './common-folder';
import { layoutNamed, layoutOfApps } from './layout-for';
import { loadConfig } from './load-config';
import { manifestCharts } from './manifest-charts';
import { refuseHelmChart } from './refuse-helm-chart';
import { type RenderJob } from './render-job';

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
  /** It is about the files of the output folder, and not only about the objects. @defaultValue false */
  readonly files?: boolean;
  /** Note where each construct is made, for findings. @defaultValue false */
  readonly sources?: boolean;
  /**
   * Give the data of the last run again where an object comes out the same. Then nobody may change what is collected.
   * @defaultValue false
   */
  readonly remember?: boolean;
}

/** The user's project: its program, run in this process, and what that renders. */
export class Project {
  readonly #loader: ProgramLoader;
  /** Of each app, in the order of the program. */
  readonly #memories: CollectMemory[] = [];
  #isInProcess = true;

  /** Whether the last program ran in this process, so that {@link files} are known. */
  get isInProcess(): boolean {
    return this.#isInProcess;
  }

  /** @throws UsageError for a layout that does not exist, before anything runs */
  constructor(private readonly options: ProjectOptions) {
    const { projectDir, out, layout } = options;
    if (layout !== undefined) layoutNamed(layout);
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
   * @throws ProgramError, SynthError, RenderError
   */
  async load(): Promise<readonly RenderJob[]> {
    if (this.options.sources === true) recordSources();
    if (this.options.files === true) refuseHelmChart(readProjectConfig(this.options.projectDir));
    const program = await this.#loader.load();
    this.#isInProcess = program.kind === 'apps';
    return patiently(() => (program.kind === 'apps' ? this.#ofApps(program) : [this.#ofManifests(program)]));
  }

  /**
   * The settings of kubewright.config.ts; asked after {@link load}, they are cached with the program.
   *
   * @throws ProgramError
   */
  config(): Promise<KubewrightConfig> {
    return loadConfig(this.options.projectDir, this.#loader);
  }

  /** The files that the last run depended on, absolute. */
  files(): readonly string[] {
    return this.#loader.files();
  }

  /** Keeps what makes the next start fast. */
  save(): void {
    this.#loader.save();
  }

  #ofApps({ apps, config }: Extract<Program, { kind: 'apps' }>): readonly RenderJob[] {
    const { projectDir, out, layout, stream } = this.options;
    if (stream === true) {
      const made = apps.map((app) => ({ app, collected: this.#collect(app, apps) }));
      const input = toRenderInput(
        made.map(({ collected }) => collected),
        projectDir,
      );
      return [{ dir: projectDir, subfolder: '', input, layout: stdout(), apps: made }];
    }
    const wanted = out === undefined ? undefined : resolve(projectDir, out);
    const output = resolve(projectDir, config.output);
    // An App without an outdir of its own has taken --out already; the others follow it.
    const dirOf = (app: App): string => {
      const dir = resolve(projectDir, app.outdir);
      return dir === wanted ? output : dir;
    };
    const groups = groupBy(apps, dirOf);
    const common = commonFolder([...groups.keys()]);
    return [...groups].map(([dir, group]) => {
      const subfolder = relative(common, dir);
      const extension = group[0]?.outputFileExtension;
      const made = group.map((app) => ({ app, collected: this.#collect(app, apps) }));
      return {
        dir: wanted === undefined ? dir : join(wanted, subfolder),
        subfolder,
        input: toRenderInput(
          made.map(({ collected }) => collected),
          projectDir,
        ),
        apps: made,
        layout: layout === undefined ? layoutOfApps(group, dir) : layoutNamed(layout, extension),
      };
    });
  }

  #collect(app: App, apps: readonly App[]): CollectedApp {
    if (this.options.remember !== true) return collect(app);
    return collect(app, (this.#memories[apps.indexOf(app)] ??= new CollectMemory()));
  }

  #ofManifests({ manifests, config }: Extract<Program, { kind: 'manifests' }>): RenderJob {
    const { projectDir, out, layout, stream } = this.options;
    return {
      dir: resolve(projectDir, out ?? config.output),
      subfolder: '',
      input: manifestCharts(manifests),
      apps: [],
      layout: stream === true ? stdout() : layoutNamed(layout ?? 'file-per-chart'),
    };
  }
}

/** A folder as it is shown: relative to where the user is, if it lies there. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' ? '.' : short.startsWith('..') ? path : short;
}
