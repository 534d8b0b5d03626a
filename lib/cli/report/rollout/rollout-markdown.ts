import { type WorkloadRollout } from '../../../check/rollout/rollout-of';
import { boundsInWords, ROLLOUT_HEADS, rolloutCells } from './rollout-cells';

/** The steps as a table in Markdown. */
export function rolloutMarkdown(rollout: WorkloadRollout): string {
  const heads = `| ${ROLLOUT_HEADS.join(' | ')} |`;
  const rule = `| ${ROLLOUT_HEADS.map((_, column) => (column === 1 ? '---' : '---:')).join(' | ')} |`;
  const lines = rolloutCells(rollout).map((cells) => `| ${cells.join(' | ')} |`);
  const notes = rollout.notes.length === 0 ? [] : ['', ...rollout.notes.map((note) => `- ${note}`)];
  return [`## ${rollout.title}`, '', boundsInWords(rollout), '', heads, rule, ...lines, ...notes, ''].join(
    '\n',
  );
}
