import { ObjectSet, type ObjectSetOptions } from '../../model/object-set';
import { toObjectSet } from '../../synth/to-object-set';
import { type RenderJob } from './render-job';

/** All that is rendered into one folder. */
export function jobObjects(job: RenderJob, projectDir: string, options?: ObjectSetOptions): ObjectSet {
  if (job.apps.length === 0) {
    return new ObjectSet(
      job.input.charts.flatMap(({ objects }) => objects),
      options,
    );
  }
  return toObjectSet(
    job.apps.map(({ collected }) => collected),
    projectDir,
    options,
  );
}
