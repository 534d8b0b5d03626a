import { type Plan, plan } from '../../render/plan';
import { type WriteReport, write } from '../../render/write/write';
import type * as drift from './drift';
import { type CommandContext } from '../command';
import { ExitCode } from '../../diagnostics/exit-code';
import { Project, shownPath } from '../project/project';
import { type RenderJob } from '../project/render-job';
import { assertCharts, selectFiles } from '../project/select-files';
import { renderProgramError } from '../program/render-program-error';
import { type Typecheck } from '../program/typecheck';
import type * as typechecks from '../project/start-project-typecheck';
import { usesColor } from '../io';
import { styleFor } from '../style';
import { UsageError } from '../usage-error';

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
}

type Context = Pick<CommandContext, 'io' | 'progress'>;

/** `kubewright synth` */
export async function synth(options: SynthOptions, context: Context): Promise<ExitCode> {
  const { io, progress } = context;
  refuseContradictions(options);
  const types = options.typecheck ? startTypecheck(io.cwd) : undefined;
  progress.step('Running the program');
  const project = new Project({
    projectDir: io.cwd,
    out: options.out,
    layout: options.layout,
    stream: options.stdout,
  });
  const jobs = await project.load();
  progress.step('Rendering');
  const planned = jobs.map((job) => ({ job, plan: planJob(job, options) }));
  progress.step('Checking types');
  const typeErrors = (await types?.errors()) ?? [];
  progress.clear();
  if (typeErrors.length > 0) {
    const style = styleFor(usesColor(io.stderr, io.env));
    for (const error of typeErrors) io.stderr.write(renderProgramError(error, { cwd: io.cwd, style }));
    return ExitCode.FINDINGS;
  }
  const codes = planned.map((each) => finish(each.job, each.plan, options, context));
  project.save();
  return codes.find((code) => code !== ExitCode.OK) ?? ExitCode.OK;
}

function refuseContradictions({ stdout, check, out, layout, kustomization }: SynthOptions): void {
  const other = Object.entries({ check, out, layout, kustomization }).find(
    ([, value]) => value !== undefined && value !== false,
  );
  if (stdout && other !== undefined) {
    throw new UsageError(`--stdout does not go with --${other[0]}`, ['leave one of them out']);
  }
}

function startTypecheck(projectDir: string): Typecheck {
  const { startProjectTypecheck } = module.require('../project/start-project-typecheck') as typeof typechecks;
  return startProjectTypecheck(projectDir);
}

function planJob(job: RenderJob, options: SynthOptions): Plan {
  const only = new Set(options.only);
  // A stream has no files to choose from; it is made of fewer charts instead.
  const charts = options.stdout
    ? job.input.charts.filter(({ name }) => only.size === 0 || only.has(name))
    : job.input.charts;
  assertCharts(options.only, job.input.charts);
  const whole = plan(
    { charts },
    { layout: job.layout, ...(options.kustomization && { kustomization: 'Kustomization' as const }) },
  );
  return options.stdout ? whole : selectFiles(whole, options);
}

function finish(job: RenderJob, made: Plan, options: SynthOptions, context: Context): ExitCode {
  const { io } = context;
  for (const note of made.notes) io.stderr.write(`note: ${note.title}\n  help: ${note.help}\n`);
  if (options.stdout) {
    for (const { bytes } of made.files) io.stdout.write(Buffer.from(bytes).toString('utf8'));
    return ExitCode.OK;
  }
  const partial = options.only.length > 0 || options.shard !== undefined;
  const settings = { projectRoot: io.cwd, adopt: options.adopt, partial };
  if (options.check) {
    const { showDrift } = module.require('./drift') as typeof drift;
    return showDrift(made, job.dir, settings, io);
  }
  report(write(made, job.dir, settings), shownPath(job.dir, io.cwd), io);
  return ExitCode.OK;
}

/** Most files that are listed by name. */
const MOST_LISTED = 20;

function report(written: WriteReport, dir: string, { stdout, stderr }: CommandContext['io']): void {
  const { added, changed, removed, unchanged, edited, duplicates } = written;
  const lines = [
    ...added.map((path) => `+ ${path}`),
    ...changed.map((path) => `~ ${path}`),
    ...removed.map((path) => `- ${path}`),
  ];
  for (const line of lines.slice(0, MOST_LISTED)) stdout.write(`${line}\n`);
  if (lines.length > MOST_LISTED) stdout.write(`... and ${lines.length - MOST_LISTED} more\n`);
  const total = added.length + changed.length + unchanged.length;
  const counts = Object.entries({ added, changed, removed })
    .filter(([, paths]) => paths.length > 0)
    .map(([name, paths]) => `${paths.length} ${name}`);
  stdout.write(
    `${dir}: ${total} ${total === 1 ? 'file' : 'files'}, ${counts.length === 0 ? 'all up to date' : counts.join(', ')}\n`,
  );
  for (const path of edited) {
    stderr.write(
      `note: ${path} is rendered no more, but somebody changed it: it was kept\n  help: remove it if nobody needs it\n`,
    );
  }
  for (const { path } of duplicates) {
    stderr.write(
      `note: ${path} holds objects that are rendered into other files now\n  help: remove it, or run with --adopt\n`,
    );
  }
}
