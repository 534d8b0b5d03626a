import { type Paint } from '../../diagnostics/text/paint';
import { wrapText } from '../../diagnostics/text/wrap';
import { type ToolFinding } from '../../diagnostics/tool-findings';
import { settingInWords } from './setting-in-words';

/** A finding that no rule makes, for one who reads of it in a terminal. Ends with a newline. */
export function explainToolFinding(
  finding: ToolFinding,
  { paint, width }: { readonly paint: Paint; readonly width?: number },
): string {
  const { code, name, severity, summary, explanation } = finding;
  const wrap = (text: string): string => wrapText(text, width).join('\n');
  const head = `${severity}[${code}]`;
  const [first = '', ...more] = wrap(`${head}: ${summary}`).split('\n');
  const title = [`${paint(severity, head)}${paint('title', first.slice(head.length))}`];
  return `${[
    title.concat(more.map((line) => paint('title', line))).join('\n'),
    wrap(`${name}, found by the check itself and not by a rule`),
    wrap(explanation),
    wrap(`Its severity ${settingInWords(finding)}.`),
  ].join('\n\n')}\n`;
}
