import { type KubewrightConfig } from '../../check/config';
import { RULES } from '../../check/rules/index.gen';
import { type Report } from '../../diagnostics/report';
import { type CommandContext } from '../command';
import { type ExamineOptions } from '../../render/write/examine';
import { checkJob } from '../project/check-job';
import { committedBaseline } from '../project/committed-baseline';
import { type PlannedJob } from '../project/planned-job';
import { printReport } from '../report/print-report';

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
  const reports = planned.map((each) =>
    checkJob(each.job, config, io.cwd, compared && committedBaseline(each, io.cwd, compared)),
  );
  const report: Report = {
    diagnostics: reports.flatMap(({ diagnostics }) => diagnostics),
    objects: reports.reduce((sum, { objects }) => sum + objects, 0),
  };
  progress.clear();
  if (report.diagnostics.length === 0) return true;
  printReport(report, io.stderr, io, { format: 'text', rules: [...RULES, ...(config.rules ?? [])] });
  const passed = report.diagnostics.every(({ severity }) => severity !== 'error');
  if (!passed) io.stderr.write('nothing was written; --no-check writes all the same\n');
  return passed;
}
