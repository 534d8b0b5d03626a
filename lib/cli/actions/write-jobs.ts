import { RenderError } from '../../render/render-error';
import { type WriteOptions, type WriteReport, write } from '../../render/write/write';
import type * as comparing from '../../render/write/compare';
import { type PlannedJob } from '../project/planned-job';

/** Writes what was planned: all of it, or nothing if a folder does not take it. Throws a RenderError. */
export function writeJobs(planned: readonly PlannedJob[], options: WriteOptions): readonly WriteReport[] {
  // One folder that cannot be written to leaves the others as they were, too.
  if (planned.length > 1) {
    const { compare } = module.require('../../render/write/compare') as typeof comparing;
    const blocked = planned.flatMap(({ plan, job }) => compare(plan, job.dir, options).blocked);
    if (blocked.length > 0) throw new RenderError(blocked);
  }
  return planned.map(({ plan, job }) => write(plan, job.dir, options));
}
