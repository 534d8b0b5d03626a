import { type ObjectChange } from './object-change';

/** How many objects changed in which way. */
export interface DiffSummary {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly renamed: number;
  /** Workloads whose pods are replaced. */
  readonly restarting: number;
  /** Objects with a change that an apply refuses. */
  readonly refused: number;
}

/** Counts the changes. */
export function summarizeDiff(changes: readonly ObjectChange[]): DiffSummary {
  const count = (test: (change: ObjectChange) => boolean): number => changes.filter(test).length;
  return {
    added: count(({ change }) => change === 'added'),
    removed: count(({ change }) => change === 'removed'),
    changed: count(({ change }) => change === 'changed'),
    renamed: count(({ change }) => change === 'renamed'),
    restarting: count((change) => 'restartsPods' in change && change.restartsPods),
    refused: count(
      (change) => 'fields' in change && change.fields.some(({ refused }) => refused !== undefined),
    ),
  };
}

/** The counts as one line, those that are not zero: `2 changed, 1 added; 1 restarts pods`. */
export function summaryLine(summary: DiffSummary): string {
  const { restarting, refused } = summary;
  const counts = (['changed', 'renamed', 'added', 'removed'] as const)
    .filter((name) => summary[name] > 0)
    .map((name) => `${summary[name]} ${name}`);
  if (counts.length === 0) return 'no changes';
  return [
    counts.join(', '),
    ...(restarting > 0 ? [`${restarting} ${restarting === 1 ? 'restarts' : 'restart'} pods`] : []),
    ...(refused > 0 ? [`${refused} that apply refuses`] : []),
  ].join('; ');
}
