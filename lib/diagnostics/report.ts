import { type Diagnostic } from './diagnostic';

/** What a check found, as renderers are given it. */
export interface Report {
  /** In any order: renderers sort them. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many objects were looked at. */
  readonly objects: number;
}

/**
 * The text of a source file, or `undefined` when it cannot be read. Renderers get no nearer to a disk
 * than this.
 *
 * @param file As in the span: relative to the project's root, with forward slashes.
 */
export type ReadSource = (file: string) => string | undefined;
