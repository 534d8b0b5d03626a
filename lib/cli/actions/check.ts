import { applySeverities } from '../../check/apply-severities';
import { check as checkSet } from '../../check/check';
import { type KubewrightConfig } from '../../check/config';
import { type External } from '../../check/external/external';
import { RULES } from '../../check/rules/index.gen';
import { type Diagnostic } from '../../diagnostics/diagnostic';
import { ExitCode } from '../../diagnostics/exit-code';
import { type Report } from '../../diagnostics/report';
import { ObjectSet } from '../../model/object-set';
import { type CommandContext } from '../command';
import { patiently } from '../program/patiently';
import { ProgramLoader } from '../program/program-loader';
import { baselineOf } from '../project/baseline-of';
import { baselineOfPaths } from '../project/baseline-of-paths';
import { checkJob } from '../project/check-job';
import { loadConfig } from '../project/load-config';
import { Project } from '../project/project';
import { findBase, readBase } from '../project/read-base';
import { readDefinitions } from '../project/read-definitions';
import { readSet } from '../project/read-set';
import { printReport } from '../report/print-report';
import { type ReportFormat } from '../report/report-formats';
import { targetOf } from './target-of';

/** The options of `kubewright check`. */
export interface CheckCommandOptions {
  readonly format: ReportFormat | undefined;
  readonly target: string | undefined;
  readonly crds: readonly string[];
  readonly against: string | undefined;
}

type Context = Pick<CommandContext, 'io' | 'progress' | 'positionals'>;

/** `kubewright check` */
export async function check(context: Context, options: CheckCommandOptions): Promise<ExitCode> {
  const { io, progress, positionals } = context;
  const target = targetOf(options);
  progress.step(positionals.length > 0 ? 'Reading' : 'Running the program');
  const { report, config } =
    positionals.length > 0
      ? await ofFiles(context, options, target)
      : await ofProgram(context, options, target);
  progress.clear();
  printReport(report, io.stdout, io, {
    format: options.format ?? 'text',
    rules: [...RULES, ...(config.rules ?? [])],
  });
  return report.diagnostics.some(({ severity }) => severity === 'error') ? ExitCode.FINDINGS : ExitCode.OK;
}

interface Checked {
  readonly report: Report;
  readonly config: KubewrightConfig;
}

async function ofFiles(
  { io, positionals }: Context,
  { crds, against }: CheckCommandOptions,
  target: Pick<KubewrightConfig, 'target'>,
): Promise<Checked> {
  const loader = new ProgramLoader({ projectDir: io.cwd, output: 'stderr' });
  const config = { ...(await loadConfig(io.cwd, loader)), ...target };
  loader.save();
  const { objects, diagnostics } = await readSet(positionals, io.cwd);
  const { external, unread } = await withDefinitions(config, crds, io.cwd);
  const baseline =
    against === undefined ? undefined : baselineOfPaths(findBase(against, io.cwd), positionals, io.cwd);
  const found = patiently(() =>
    checkSet(new ObjectSet(objects), { ...config, external, ...(baseline && { baseline }) }),
  );
  const read = applySeverities([...diagnostics, ...unread], config);
  return { report: { diagnostics: [...read, ...found], objects: objects.length }, config };
}

async function ofProgram(
  { io }: Context,
  { crds, against }: CheckCommandOptions,
  target: Pick<KubewrightConfig, 'target'>,
): Promise<Checked> {
  const base = against === undefined ? undefined : findBase(against, io.cwd);
  const project = new Project({ projectDir: io.cwd, sources: true });
  const jobs = await project.load();
  const settings = { ...(await project.config()), ...target };
  const { external, unread } = await withDefinitions(settings, crds, io.cwd);
  const config = { ...settings, external };
  const diagnostics: Diagnostic[] = [...applySeverities(unread, config)];
  let objects = 0;
  for (const job of jobs) {
    const report = checkJob(job, config, io.cwd, base && baselineOf(readBase(base, job.dir, job.subfolder)));
    diagnostics.push(...report.diagnostics);
    objects += report.objects;
  }
  project.save();
  return { report: { diagnostics, objects }, config };
}

/** What lies outside of the set, with the definitions of `--crds`, and what could not be read of them. */
async function withDefinitions(
  { external }: KubewrightConfig,
  paths: readonly string[],
  cwd: string,
): Promise<{ readonly external: External; readonly unread: readonly Diagnostic[] }> {
  const { crds, diagnostics } = await readDefinitions(paths, cwd);
  return { external: { ...external, crds: [...(external?.crds ?? []), ...crds] }, unread: diagnostics };
}
