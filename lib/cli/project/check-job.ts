import { check } from '../../check/check';
import { type KubewrightConfig } from '../../check/config';
import { type Report } from '../../diagnostics/report';
import { type ObjectSet } from '../../model/object-set';
import { allowancesIn } from '../../source/allowances';
import { patiently } from '../program/patiently';
import { existingIn } from '../../source/existing-objects';
import { jobObjects } from './job-objects';
import { type RenderJob } from './render-job';

/** Checks all that is rendered into one folder, as a whole, and against what was there before, where that is known. */
export function checkJob(
  job: RenderJob,
  config: KubewrightConfig,
  projectDir: string,
  baseline?: ObjectSet,
): Report {
  return patiently(() => {
    // Rules of the user's may try to change what they look at; those of this library do not.
    const set = jobObjects(job, projectDir, { freezesDeeply: (config.rules ?? []).length > 0 });
    const allowances = job.apps.flatMap(({ app }) => allowancesIn(app));
    const existing = job.apps.flatMap(({ app }) => existingIn(app));
    return {
      diagnostics: check(set, { ...config, allowances, existing, ...(baseline && { baseline }) }),
      objects: set.size,
    };
  });
}
