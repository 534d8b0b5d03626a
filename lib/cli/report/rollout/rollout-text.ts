import { type WorkloadRollout } from '../../../check/rollout/rollout-of';
import { type Style } from '../../style';
import { boundsInWords, ROLLOUT_HEADS, rolloutCells } from './rollout-cells';

/** The steps as a table, for people. */
export function rolloutText(rollout: WorkloadRollout, style: Style): string {
  const table = rolloutCells(rollout);
  const widths = ROLLOUT_HEADS.map((head, column) =>
    Math.max(head.length, ...table.map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 1 ? cell.padEnd(widths[1] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    style.bold(rollout.title),
    `  ${boundsInWords(rollout)}`,
    '',
    `  ${style.dim(line(ROLLOUT_HEADS))}`,
    ...table.map((cells) => `  ${line(cells)}`),
    ...rollout.notes.map((note) => `  note: ${note}`),
    '',
  ].join('\n');
}
