import { type Report } from '../../diagnostics/report';
import { diffObjects } from '../../render/diff/diff-objects';
import { renderDiffText } from '../../render/diff/render-diff-text';
import { plan } from '../../render/plan';
import { PlanMemory } from '../../render/plan-memory';
import { FolderMemory } from '../../render/write/folder-memory';
import { recordSources } from '../../source/record-sources';
import { type CommandContext } from '../command';
import { diffPaint } from '../diff-paint';
import { ExitCode } from '../../diagnostics/exit-code';
import { usesColor } from '../io';
import { FileWatcher } from '../project/file-watcher';
import { objectsThatDiffer } from '../project/objects-that-differ';
import { type PlannedJob } from '../project/planned-job';
import { Project, shownPath } from '../project/project';
import { type RenderJob } from '../project/render-job';
import { renderWithPlaces } from '../project/render-with-places';
import { reportFailure } from '../report-failure';
import type * as checks from './checks';
import { noteLeftovers } from './report-write';
import { whatToWatch } from './what-to-watch';
import { writeJobs } from './write-jobs';

/** The options of `kubewright watch`. */
export interface WatchOptions {
  readonly out: string | undefined;
  readonly layout: string | undefined;
  readonly 'no-check': boolean;
}

type Context = Pick<CommandContext, 'io'>;

/** `kubewright watch`: until it is interrupted. */
export async function watch(options: WatchOptions, context: Context): Promise<ExitCode> {
  const project = new Project({
    projectDir: context.io.cwd,
    out: options.out,
    layout: options.layout,
    files: true,
    remember: true,
  });
  const session = new WatchSession(project, context, !options['no-check']);
  try {
    await Promise.race([session.run(), interrupted()]);
    return ExitCode.OK;
  } finally {
    session.close();
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

class WatchSession {
  #wake: () => void = () => undefined;
  #last: readonly PlannedJob[] | undefined;
  readonly #plans: PlanMemory[] = [];
  readonly #folders = new FolderMemory();
  /** What the checks found last. */
  #found = '[]';
  /** What the last run that went well depended on: after a failure less is known. */
  #files: readonly string[] = [];
  readonly #watcher = new FileWatcher(() => this.#wake());

  constructor(
    private readonly project: Project,
    private readonly context: Context,
    private readonly checks: boolean,
  ) {}

  /** Renders, and again on each change. Ends only by an error of the system. */
  async run(): Promise<never> {
    for (;;) {
      // Saves that come while a run is on are answered by one more run.
      const change = new Promise<void>((resolve) => (this.#wake = resolve));
      this.#watcher.unref();
      const started = Date.now();
      await this.#renderOrReport(started);
      await change;
    }
  }

  close(): void {
    this.#watcher.close();
  }

  async #renderOrReport(started: number): Promise<void> {
    try {
      await this.#render(started);
    } catch (error) {
      this.#follow(undefined, started);
      // Of whatever kind: the next save may mend it.
      reportFailure(error, ['watch'], this.context.io);
    }
  }

  /** Before anything is printed: who reads that a run is over may save, move or delete at once. */
  #follow(jobs: readonly RenderJob[] | undefined, started: number): void {
    this.#watcher.follow(whatToWatch(this.project, jobs, this.#files, this.context.io.cwd), started);
    if (jobs !== undefined) this.#files = this.project.files();
  }

  async #render(runStarted: number): Promise<void> {
    const { io } = this.context;
    const started = performance.now();
    const planned = await renderWithPlaces(this.project, (made) =>
      made.map((job, index) => {
        const memory = (this.#plans[index] ??= new PlanMemory());
        return { job, plan: plan(job.input, { layout: job.layout, memory }) };
      }),
    );
    const jobs = planned.map(({ job }) => job);
    // Only now: while it is watched, no program is seen to end.
    this.#follow(jobs, runStarted);
    const reports = writeJobs(planned, { projectRoot: io.cwd, memory: this.#folders });
    const took = `${Math.round(performance.now() - started)} ms`;
    const last = this.#last;
    if (last !== undefined && dirsOf(last) === dirsOf(planned)) {
      io.stdout.write(`${this.#changes(last, planned)} (${took})\n`);
    } else {
      const dirs = jobs.map(({ dir }) => shownPath(dir, io.cwd)).join(', ');
      const count = jobs
        .flatMap(({ input }) => input.charts)
        .reduce((sum, { objects }) => sum + objects.length, 0);
      io.stdout.write(
        `${dirs}: ${count} ${count === 1 ? 'object' : 'objects'} in ${took}; waiting for changes\n`,
      );
      for (const report of reports) noteLeftovers(report, io);
    }
    this.#last = planned;
    if (this.checks) await this.#check(planned, runStarted);
    this.project.save();
  }

  /** After what was saved is written and told of: nobody waits for it. Tells what is found if it is new. */
  async #check(planned: readonly PlannedJob[], runStarted: number): Promise<void> {
    const { io } = this.context;
    try {
      const jobs = planned.map(({ job }) => job);
      // Settings name further files, which count too.
      const config = await this.project.config().finally(() => this.#follow(jobs, runStarted));
      const { checkJobs, printFindings } = module.require('./checks') as typeof checks;
      const report = checkJobs(planned, config, io.cwd);
      // A line that only moved is nothing new.
      const found = JSON.stringify(report.diagnostics.map((each) => ({ ...each, spans: [] })));
      if (found === this.#found) return;
      this.#found = found;
      printFindings(await this.#withPlaces(report), config, io);
    } catch (error) {
      // As of settings that are refused: the next save may mend them.
      this.#found = '';
      reportFailure(error, ['watch'], io);
    }
  }

  /** To note where constructs are made costs every run: where there is something new to show, there is one more for it. */
  async #withPlaces(report: Report): Promise<Report> {
    if (report.diagnostics.length === 0 || !this.project.isInProcess) return report;
    const { checkJobs } = module.require('./checks') as typeof checks;
    const started = Date.now();
    const stop = recordSources();
    let jobs: readonly RenderJob[] | undefined;
    // While it is watched, no program is seen to end.
    this.#watcher.unref();
    try {
      const made = await this.project.load();
      const config = await this.project.config();
      jobs = made;
      return checkJobs(
        made.map((job) => ({ job })),
        config,
        this.context.io.cwd,
      );
    } finally {
      stop();
      this.#follow(jobs, started);
    }
  }

  #changes(last: readonly PlannedJob[], now: readonly PlannedJob[]): string {
    const { stdout, env } = this.context.io;
    // Two folders may hold objects of one name, for two clusters: each is compared with its own.
    const changes = now.flatMap((job, index) => {
      const { before, after } = objectsThatDiffer(last.slice(index, index + 1), [job]);
      return diffObjects(before, after);
    });
    return renderDiffText(changes, diffPaint(usesColor(stdout, env))).trimEnd();
  }
}

function dirsOf(jobs: readonly PlannedJob[]): string {
  return jobs.map(({ job }) => job.dir).join('\n');
}
