import { check } from '../../check/check';
import { type KubewrightConfig } from '../../check/config';
import { type Report } from '../../diagnostics/report';
import { ObjectSet } from '../../model/object-set';
import { allowancesIn } from '../../source/allowances';
import { toObjectSet } from '../../synth/to-object-set';
import { type RenderJob } from './render-job';

/** Checks all that is rendered into one folder, as a whole. */
export function checkJob(job: RenderJob, config: KubewrightConfig, projectDir: string): Report {
  const set =
    job.apps.length > 0
      ? toObjectSet(
          job.apps.map(({ collected }) => collected),
          projectDir,
        )
      : new ObjectSet(job.input.charts.flatMap(({ objects }) => objects));
  const allowances = job.apps.flatMap(({ app }) => allowancesIn(app));
  return { diagnostics: check(set, { ...config, allowances }), objects: set.size };
}
