import { type ObjectRef } from './object-ref';

/** One thing that rendering or writing cannot do, or that its reader should know, as data. */
export interface RenderProblem {
  /** Says what is wrong, and stands alone. */
  readonly title: string;
  /** The objects that are involved; both, when two disagree. */
  readonly objects: readonly ObjectRef[];
  /** The files that are involved, relative to the output folder where they lie in it. */
  readonly files: readonly string[];
  /** How to mend it. */
  readonly help: string;
}
