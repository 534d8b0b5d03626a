import { type Plan } from '../../render/plan';
import { type RenderJob } from './render-job';

/** A job with the files that it makes. */
export interface PlannedJob {
  readonly job: RenderJob;
  readonly plan: Plan;
}
