import { type Paint } from '../../diagnostics/text/paint';
import { groupBy } from '../../model/group-by';
import { type RuleFacts } from '../rule';

/** What is listed of a rule, or of another finding. */
type Listed = Pick<RuleFacts, 'code' | 'severity' | 'summary' | 'group'>;

/** All rules, group by group in the order of their codes: code, severity, summary. Ends with a newline. */
export function listRules(rules: readonly Listed[], paint: Paint): string {
  const sorted = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  const codeWidth = Math.max(...rules.map(({ code }) => code.length), 0);
  const severityWidth = 'warning'.length;
  const blocks = [...groupBy(sorted, ({ group }) => group)].map(([group, some]) => {
    const lines = some.map(
      ({ code, severity, summary }) =>
        `  ${paint('title', code.padEnd(codeWidth))}  ${paint(severity, severity.padEnd(severityWidth))}  ${summary}`,
    );
    return [paint('help', group), ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
