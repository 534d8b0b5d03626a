import { type Layout } from '../../render/layouts/layout';
import { type RenderInput } from '../../render/render-input';

/** What is rendered into one folder. */
export interface RenderJob {
  /** Absolute. */
  readonly dir: string;
  readonly input: RenderInput;
  readonly layout: Layout;
}
