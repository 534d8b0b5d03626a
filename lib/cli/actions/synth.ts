import { plan } from '../../render/plan';
import { FolderMemory } from '../../render/write/folder-memory';
import type * as checks from './checks';
import type * as drift from './drift';
import type * as typechecks from './check-types';
import { type CommandContext } from '../command';
import { ExitCode } from '../../diagnostics/exit-code';
import { type PlannedJob } from '../project/planned-job';
import { Project, shownPath } from '../project/project';
import { type RenderJob } from '../project/render-job';
import { renderWithPlaces } from '../project/render-with-places';
import { parseShard, selectCharts, selectFiles } from '../project/select-files';
import { usesColor } from '../io';
import { renderProblem } from '../render-problem';
import { styleFor } from '../style';
import { UsageError } from '../usage-error';
import { reportWrite } from './report-write';
import { writeJobs } from './write-jobs';

/** The options of `kubewright synth`. */
export interface SynthOptions {
  readonly out: string | undefined;
  readonly layout: string | undefined;
  readonly stdout: boolean;
  readonly only: readonly string[];
  readonly shard: string | undefined;
  readonly check: boolean;
  readonly adopt: boolean;
  readonly kustomization: boolean;
  readonly typecheck: boolean;
  readonly 'no-check': boolean;
}

type Context = Pick<CommandContext, 'io' | 'progress'>;

/** `kubewright synth` */
export async function synth(options: SynthOptions, context: Context): Promise<ExitCode> {
  const { io, progress } = context;
  refuseContradictions(options);
  if (options.shard !== undefined) parseShard(options.shard);
  progress.step('Running the program');
  const project = new Project({
    projectDir: io.cwd,
    out: options.out,
    layout: options.layout,
    stream: options.stdout,
    files: !options.stdout,
    sources: !options['no-check'],
  });
  const render = (): Promise<readonly PlannedJob[]> =>
    renderWithPlaces(project, (jobs) => {
      progress.step('Rendering');
      return planJobs(jobs, options);
    });
  const planned = options.typecheck ? await withTypes(render, context) : await render();
  progress.clear();
  if (planned === undefined) return ExitCode.FINDINGS;
  const memory = new FolderMemory();
  if (!options['no-check']) {
    progress.step('Checking');
    const { passesChecks } = module.require('./checks') as typeof checks;
    const passed = passesChecks(
      planned,
      await project.config(),
      context,
      options.stdout ? undefined : { adopt: options.adopt, partial: isPartial(options), memory },
    );
    if (!passed) {
      project.save();
      return ExitCode.FINDINGS;
    }
  }
  const code = finish(planned, options, context, memory);
  project.save();
  return code;
}

function refuseContradictions(options: SynthOptions): void {
  const { stdout, check, out, layout, kustomization, shard, adopt } = options;
  const other = Object.entries({ check, out, layout, kustomization, shard, adopt }).find(
    ([, value]) => value !== undefined && value !== false,
  );
  if (stdout && other !== undefined) {
    throw new UsageError(`--stdout does not go with --${other[0]}`, ['leave one of them out']);
  }
}

function withTypes<T>(render: () => Promise<T>, context: Context): Promise<T | undefined> {
  const { checkTypesBeside } = module.require('./check-types') as typeof typechecks;
  return checkTypesBeside(render, context);
}

function planJobs(jobs: readonly RenderJob[], options: SynthOptions): readonly PlannedJob[] {
  const { only } = options;
  const shard = options.shard === undefined ? undefined : parseShard(options.shard);
  const chosen = selectCharts(
    only,
    jobs.flatMap(({ input }) => input.charts),
  );
  return jobs.map((job) => {
    // A stream has no files to choose from; it is made of fewer charts instead.
    const charts = options.stdout ? job.input.charts.filter((chart) => chosen.has(chart)) : job.input.charts;
    const whole = plan(
      { charts },
      { layout: job.layout, ...(options.kustomization && { kustomization: 'Kustomization' as const }) },
    );
    return {
      job,
      plan: options.stdout ? whole : selectFiles(whole, only.length === 0 ? undefined : chosen, shard),
    };
  });
}

function isPartial({ only, shard }: SynthOptions): boolean {
  return only.length > 0 || shard !== undefined;
}

function finish(
  planned: readonly PlannedJob[],
  options: SynthOptions,
  { io }: Context,
  memory: FolderMemory,
): ExitCode {
  const style = styleFor(usesColor(io.stderr, io.env));
  for (const { plan: made } of planned) {
    for (const note of made.notes) io.stderr.write(renderProblem(note, 'note', style));
  }
  if (options.stdout) {
    for (const { bytes } of planned.flatMap(({ plan: { files } }) => files)) {
      io.stdout.write(Buffer.from(bytes).toString('utf8'));
    }
    return ExitCode.OK;
  }
  const settings = { projectRoot: io.cwd, adopt: options.adopt, partial: isPartial(options), memory };
  if (options.check) {
    const { showDrift } = module.require('./drift') as typeof drift;
    const codes = planned.map((each) => showDrift(each.plan, each.job.dir, settings, io));
    return codes.find((code) => code !== ExitCode.OK) ?? ExitCode.OK;
  }
  for (const [index, written] of writeJobs(planned, settings).entries()) {
    reportWrite(written, shownPath(planned[index]?.job.dir ?? '', io.cwd), io);
  }
  return ExitCode.OK;
}
