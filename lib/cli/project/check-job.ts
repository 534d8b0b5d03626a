import { check } from '../../check/check';
import { type KubewrightConfig } from '../../check/config';
import { type Report } from '../../diagnostics/report';
import { allowancesIn } from '../../source/allowances';
import { jobObjects } from './job-objects';
import { type RenderJob } from './render-job';

/** Checks all that is rendered into one folder, as a whole. */
export function checkJob(job: RenderJob, config: KubewrightConfig, projectDir: string): Report {
  const set = jobObjects(job, projectDir);
  const allowances = job.apps.flatMap(({ app }) => allowancesIn(app));
  return { diagnostics: check(set, { ...config, allowances }), objects: set.size };
}
