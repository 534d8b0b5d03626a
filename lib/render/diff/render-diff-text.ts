import { changeTitle, type DiffLine, diffLines } from './diff-lines';
import { summarizeDiff, summaryLine } from './diff-summary';
import { type ObjectChange } from './object-change';

/** How a part of the text is painted; the identity without colour. */
export type DiffPaint = (role: 'added' | 'removed' | 'changed' | 'warning', text: string) => string;

const SIGNS = { added: '+', removed: '-', changed: '~', renamed: '>' } as const;
const ROLES = { '+': 'added', '-': 'removed', '!': 'warning' } as const;

/** The changes as text for a terminal: an object a paragraph, a line of counts last. */
export function renderDiffText(
  changes: readonly ObjectChange[],
  paint: DiffPaint = (_role, text) => text,
): string {
  const lines = changes.flatMap((change) => {
    const role = change.change === 'renamed' ? 'changed' : change.change;
    const restarts =
      'restartsPods' in change && change.restartsPods ? paint('warning', '  (restarts pods)') : '';
    return [
      paint(role, `${SIGNS[change.change]} ${changeTitle(change)}`) + restarts,
      ...diffLines(change).map((line) => `    ${paintLine(line, paint)}`),
    ];
  });
  return [...lines, summaryLine(summarizeDiff(changes)), ''].join('\n');
}

function paintLine({ sign, text }: DiffLine, paint: DiffPaint): string {
  return sign === ' ' ? `  ${text}` : paint(ROLES[sign], `${sign} ${text}`);
}
