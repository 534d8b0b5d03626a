import { compareStrings } from '../compare-strings';
import { type Plan } from '../plan';
import { type RenderProblem } from '../render-problem';
import { findDuplicateFiles, type DuplicateFile } from './duplicate-files';
import { examine, type FileChange } from './examine';
import { listFiles } from './list-files';
import { outputFolder } from './output-folder';

/** Settings of {@link compare}; as those of `write`. */
export interface CompareOptions {
  readonly projectRoot?: string;
  readonly adopt?: boolean;
  readonly partial?: boolean;
}

/** How a folder differs from a plan. All paths are relative to the folder. */
export interface Comparison {
  /** Whether the folder holds what the plan says, and nothing stale. */
  readonly inSync: boolean;
  readonly added: readonly FileChange[];
  readonly changed: readonly FileChange[];
  /** What `write` would remove. */
  readonly removed: readonly FileChange[];
  readonly unchanged: readonly string[];
  /** No longer rendered, but changed by someone: `write` keeps them. */
  readonly edited: readonly string[];
  /** Files that are neither planned nor recorded. `write` lets them be. */
  readonly foreign: readonly string[];
  /** Those of them that hold objects of the plan. */
  readonly duplicates: readonly DuplicateFile[];
  /** Why `write` would refuse. */
  readonly blocked: readonly RenderProblem[];
}

/**
 * Tells what `write` would do, and writes nothing. Line ends that git changed on checkout are no difference,
 * nor is a missing record: whether the rendered files are right does not depend on it.
 *
 * @throws RenderError when the folder is no place to render into
 */
export function compare(plan: Plan, dir: string, options: CompareOptions = {}): Comparison {
  const root = outputFolder(dir, options.projectRoot ?? process.cwd());
  const { record, added, changed, stale, unchanged, edited, blocked } = examine(plan, root, options);
  const duplicates = findDuplicateFiles(plan, root, record);
  const planned = new Set(plan.files.map((file) => file.path));
  const differences = added.length + changed.length + stale.length + edited.length + blocked.length;
  return {
    inSync: differences === 0,
    added,
    changed,
    removed: stale,
    unchanged,
    edited,
    foreign: listFiles(root)
      .filter((name) => !planned.has(name) && !record.has(name))
      .sort(compareStrings),
    duplicates,
    blocked,
  };
}
