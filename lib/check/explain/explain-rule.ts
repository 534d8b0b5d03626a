import { type Paint } from '../../diagnostics/text/paint';
import { renderDiagnosticText } from '../../diagnostics/text/render-text';
import { wrapText } from '../../diagnostics/text/wrap';
import { checkExample } from '../example/check-example';
import { exampleSource } from '../example/example-source';
import { type Rule } from '../rule';
import { type RuleExample } from '../rule-example';
import { kindsInWords } from './rule-facts';

/** How a rule is explained. */
export interface ExplainOptions {
  readonly paint: Paint;
  /** Escape sequences in the findings that examples show. */
  readonly colour?: boolean;
  /** Columns of the terminal; lines are not broken when left out. */
  readonly width?: number;
}

const INDENT = '    ';

/**
 * A rule for one who reads it in a terminal: what it finds, why that is wrong, manifests in which it finds something with
 * what it says of them, and the same mended. Ends with a newline.
 */
export function explainRule(rule: Rule, { paint, colour = false, width }: ExplainOptions): string {
  const wrap = (text: string): string => wrapText(text, width).join('\n');
  const code = `${rule.severity}[${rule.code}]`;
  const [first = '', ...more] = wrap(`${code}: ${rule.summary}`).split('\n');
  const title = [`${paint(rule.severity, code)}${paint('title', first.slice(code.length))}`];
  const head = title.concat(more.map((line) => paint('title', line))).join('\n');
  const facts = wrap(
    `${rule.name}, group ${rule.group}; looks at ${kindsInWords(rule)}${rule.isOptIn ? '; off until `severities` names it' : ''}`,
  );
  const paragraphs = rule.explanation
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => wrap(paragraph.replaceAll('\n', ' ')));
  const found = (example: RuleExample): readonly string[] =>
    checkExample(example, [rule]).map((diagnostic) =>
      indented(
        renderDiagnosticText(diagnostic, {
          readSource: exampleSource(example),
          colour,
          ...(width !== undefined && { width: width - INDENT.length }),
        }),
      ),
    );
  const shown = (heading: string, { title, before, manifests }: RuleExample): string => {
    const head = paint('help', title === undefined ? heading : `${heading}: ${title}`);
    const was = before === undefined ? [] : ['before', indented(before.trimEnd()), 'now'];
    return [head, ...was, indented(manifests.trimEnd())].join('\n\n');
  };
  const bad = rule.bad.flatMap((example) => [shown('Finds', example), ...found(example)]);
  const good = rule.good.map((example) => shown('Fine', example));
  return `${[head, facts, ...paragraphs, ...bad, ...good].join('\n\n')}\n`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `${INDENT}${line}`))
    .join('\n');
}
