import { type KubewrightConfig } from '../../check/config';
import { RULES } from '../../check/rules/index.gen';
import { type Report } from '../../diagnostics/report';
import { type ObjectSet } from '../../model/object-set';
import { type CommandContext } from '../command';
import { type ExamineOptions } from '../../render/write/examine';
import { checkJob } from '../project/check-job';
import { committedBaseline } from '../project/committed-baseline';
import { type PlannedJob } from '../project/planned-job';
import { type RenderJob } from '../project/render-job';
import { printReport } from '../report/print-report';

/** What is rendered into a folder, and what was there before, where that is known. */
interface JobToCheck {
  readonly job: RenderJob;
  readonly baseline?: ObjectSet | undefined;
}

/** Checks what is rendered into each folder. */
export function checkJobs(jobs: readonly JobToCheck[], config: KubewrightConfig, cwd: string): Report {
  const reports = jobs.map(({ job, baseline }) => checkJob(job, config, cwd, baseline));
  return {
    diagnostics: reports.flatMap(({ diagnostics }) => diagnostics),
    objects: reports.reduce((sum, { objects }) => sum + objects, 0),
  };
}

/** Prints findings for people, on the standard error. */
export function printFindings(report: Report, config: KubewrightConfig, io: CommandContext['io']): void {
  printReport(report, io.stderr, io, { format: 'text', rules: [...RULES, ...(config.rules ?? [])] });
}

/**
 * Checks what is about to be written, and prints what is found. Whether none of it is an error.
 *
 * @param compared - how the output folder is compared; with nothing, if it is about no folder
 */
export function passesChecks(
  planned: readonly PlannedJob[],
  config: KubewrightConfig,
  { io, progress }: Pick<CommandContext, 'io' | 'progress'>,
  compared?: ExamineOptions,
): boolean {
  const jobs = planned.map((each) => ({
    job: each.job,
    baseline: compared && committedBaseline(each, io.cwd, compared),
  }));
  const report = checkJobs(jobs, config, io.cwd);
  progress.clear();
  if (report.diagnostics.length === 0) return true;
  printFindings(report, config, io);
  const passed = report.diagnostics.every(({ severity }) => severity !== 'error');
  if (!passed) io.stderr.write('nothing was written; --no-check writes all the same\n');
  return passed;
}
