import { type SourceSpan } from './source-span';

/**
 * One `allow(scope, code, reason)` as data: the findings with `code` on objects made at `path` or below
 * it are silenced.
 *
 * Each call makes one allowance and every reader is given the same frozen object, so a checker can keep
 * a set of those that silenced something and report the rest.
 */
export interface Allowance {
  /** Unique in a construct tree, the same in every run. */
  readonly id: string;
  /** The code that is silenced, `K301`. */
  readonly code: string;
  /** Why, in the words of the one who allowed it. Never empty. */
  readonly reason: string;
  /** Construct path of the subtree; empty for the whole app. */
  readonly path: string;
  /** The line that called `allow`. */
  readonly span?: SourceSpan;
}
