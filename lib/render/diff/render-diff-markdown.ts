import { changeTitle, diffLines } from './diff-lines';
import { summarizeDiff, summaryLine } from './diff-summary';
import { type ObjectChange } from './object-change';

/** Most characters of a comment on GitHub, less some for what a bot adds around it. */
const MOST_CHARACTERS = 60_000;

const WORDS = { added: 'added', removed: 'removed', changed: 'changed', renamed: 'renamed' } as const;

/** The changes as Markdown for a comment on a pull request. What is too much for one is counted instead. */
export function renderDiffMarkdown(changes: readonly ObjectChange[]): string {
  const summary = summarizeDiff(changes);
  let text = `### Rendered objects: ${summaryLine(summary)}\n`;
  if (summary.refused > 0) {
    text += '\n> [!WARNING]\n> `kubectl apply` refuses a change below; it is marked with `!`.\n';
  }
  for (const [index, change] of changes.entries()) {
    const section = renderChange(change);
    if (text.length + section.length > MOST_CHARACTERS) {
      return `${text}\n... and ${changes.length - index} more objects: run \`kubewright diff\` to see them.\n`;
    }
    text += section;
  }
  return text;
}

function renderChange(change: ObjectChange): string {
  const lines = diffLines(change);
  const restarts = 'restartsPods' in change && change.restartsPods ? ', **restarts pods**' : '';
  const title = `\n**${escapeMarkdown(changeTitle(change))}** ${WORDS[change.change]}${restarts}\n`;
  if (lines.length === 0) return title;
  const body = lines.map(({ sign, text }) => `${sign} ${text}`).join('\n');
  // A fence has to be longer than any in the text.
  const fence = '`'.repeat(Math.max(3, ...[...body.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${title}\n${fence}diff\n${body}\n${fence}\n`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replaceAll('-\\>', '→');
}
