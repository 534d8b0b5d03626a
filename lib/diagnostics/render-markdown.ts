import { abridged } from './abridged';
import { type Diagnostic } from './diagnostic';
import { markdownBlock, markdownCode, markdownText } from './markdown-text';
import { objectLabel } from './plain-facts';
import { type ReadSource, type Report } from './report';
import { leftInWords, shownFindings } from './shown-findings';
import { sortDiagnostics } from './sort-diagnostics';
import { countSeverities, countsInWords, summaryLine } from './summary';
import { renderDiagnosticText } from './text/render-text';

export interface MarkdownOptions {
  readonly readSource: ReadSource;
  /**
   * Most characters that the text may have; what does not fit is counted. GitHub takes comments of
   * 65,536 characters; 65,000 when left out.
   */
  readonly maxLength?: number;
}

const LONGEST = 65_000;
/** Room for the line that counts what was left out. */
const ENDING = 200;

/**
 * A report for a comment on a pull request: the summary as a heading, then each diagnostic with its
 * lines of source. Of very many of one rule the first are shown and the others counted, and what is too long
 * to read is cut. Ends with a newline.
 */
export function renderMarkdown(report: Report, { readSource, maxLength = LONGEST }: MarkdownOptions): string {
  const sorted = sortDiagnostics(report.diagnostics);
  const findings = shownFindings(sorted);
  let text = `### ${markdownText(summaryLine(report))}\n`;
  for (const [index, diagnostic] of findings.shown.entries()) {
    const section = `\n${sectionOf(diagnostic, readSource)}\n`;
    if (text.length + section.length > maxLength - ENDING) {
      const printed = new Set(findings.shown.slice(0, index));
      return `${text}${notFitting(sorted.filter((each) => !printed.has(each)))}`;
    }
    text += section;
  }
  const left = leftInWords(findings);
  if (left === undefined) return text;
  const ending = `\n\u2026 ${markdownText(left)}\n`;
  if (text.length + ending.length <= maxLength) return `${text}${ending}`;
  const shown = new Set(findings.shown);
  return `${text}${notFitting(sorted.filter((each) => !shown.has(each)))}`;
}

function notFitting(left: readonly Diagnostic[]): string {
  return `\n\u2026 and ${countsInWords(countSeverities(left))} more, which did not fit here.\n`;
}

function sectionOf(whole: Diagnostic, readSource: ReadSource): string {
  const diagnostic = abridged(whole);
  const { severity, code, title, path } = diagnostic;
  const object = objectLabel(diagnostic);
  const about = [object, path]
    .filter((each) => each !== undefined && each !== '')
    .map((each) => markdownCode(each ?? ''));
  const frames = renderDiagnosticText({ ...diagnostic, notes: [], help: [], caveats: [] }, { readSource });
  // The first line is the title, which is shown above in its own way.
  const body = frames.slice(frames.indexOf('\n') + 1);
  return [
    `**${severity}[${markdownText(code)}]**: ${markdownText(title)}${about.length === 0 ? '' : ` (${about.join(' ')})`}`,
    ...(frames.includes('\n') ? ['', markdownBlock('text', body)] : []),
    ...(footers(diagnostic).length === 0 ? [] : ['', ...footers(diagnostic)]),
  ].join('\n');
}

function footers({ notes, help, caveats = [] }: Diagnostic): readonly string[] {
  return [
    ...notes.map((text) => item('note', text)),
    ...help.map((text) => item('help', text)),
    ...caveats.map((text) => item('note', text)),
  ];
}

function item(kind: string, text: string): string {
  return `- **${kind}**: ${markdownText(text).replaceAll('\n', '\n  ')}`;
}
