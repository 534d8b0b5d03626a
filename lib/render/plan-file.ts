import { type ObjectRef } from './object-ref';

/** One file of a plan. */
export interface PlanFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What it holds, in its order. */
  readonly objects: readonly ObjectRef[];
}
