import { abridged } from './abridged';
import { type Diagnostic, isFileSpan, type Severity } from './diagnostic';
import { plainFacts } from './plain-facts';
import { type Report } from './report';
import { leftInWords, shownFindings } from './shown-findings';
import { sortDiagnostics } from './sort-diagnostics';
import { countSeverities, countsInWords } from './summary';
import { visibleLine } from './visible-text';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * So many of each kind of a step are shown, and 50 of a job; GitHub drops the others and says nothing of it (actions/toolkit,
 * docs/problem-matchers.md).
 */
const MOST = 10;

/**
 * Workflow commands for GitHub Actions: printed by a step, each becomes an annotation at its line of a pull request. Where there are
 * more than the ten errors, ten warnings and ten notices that GitHub shows of a step, the first of each kind are annotations, the
 * last notice counts the others, and these follow as a folded part of the log. SARIF has no such limit.
 *
 * @returns A line for each annotation, each with a newline at the end; empty without diagnostics.
 */
export function renderGithub(report: Report): string {
  const sorted = sortDiagnostics(report.diagnostics);
  const all = countSeverities(sorted);
  const isOver = all.error > MOST || all.warning > MOST || all.info > MOST;
  // One of the notices is then about those that are left.
  const most = { error: MOST, warning: MOST, info: isOver ? MOST - 1 : MOST };
  const counts = { error: 0, warning: 0, info: 0 };
  const left: Diagnostic[] = [];
  const lines: string[] = [];
  for (const each of sorted) {
    counts[each.severity] += 1;
    if (counts[each.severity] > most[each.severity]) left.push(each);
    else lines.push(annotation(each));
  }
  if (left.length > 0) lines.push(...leftForTheLog(left));
  return lines.map((line) => `${line}\n`).join('');
}

function leftForTheLog(left: readonly Diagnostic[]): readonly string[] {
  const count = `${left.length} more ${left.length === 1 ? 'finding' : 'findings'}`;
  const said = `${countsInWords(countSeverities(left))} beyond the annotations, of which GitHub shows ${MOST} of a kind for each step: the log of this step has them, \`--format sarif\` takes all to code scanning`;
  const findings = shownFindings(left);
  const rest = leftInWords(findings);
  return [
    `::notice title=${escapeProperty(`kubewright: ${count}`)}::${escapeData(said)}`,
    `::group::${count}`,
    ...findings.shown.map(abridged).flatMap(logLines),
    ...(rest === undefined ? [] : [rest]),
    '::endgroup::',
  ];
}

/** All facts. No line begins, blanks aside, as a command does. */
function logLines(diagnostic: Diagnostic): readonly string[] {
  const { severity, code, title } = diagnostic;
  const facts = plainFacts(diagnostic);
  return [
    `${severity}[${visibleLine(code)}]: ${visibleLine(title)}`,
    ...(facts === '' ? [] : facts.split('\n').map((line) => `  | ${line}`)),
  ];
}

function annotation(diagnostic: Diagnostic): string {
  const first = diagnostic.spans[0];
  const place =
    first !== undefined && isFileSpan(first) ? { file: first.file, line: first.line, col: first.column } : {};
  const heading = `${diagnostic.code}: ${visibleLine(diagnostic.title)}`;
  const properties = Object.entries({ ...place, title: heading })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  const facts = plainFacts(diagnostic, { skipPlace: true });
  // An annotation without a message is dropped.
  return `::${COMMAND[diagnostic.severity]} ${properties}::${escapeData(facts === '' ? heading : facts)}`;
}

/** As the runner reads a message back (actions/toolkit, packages/core/src/command.ts, escapeData). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As the runner reads a property back (the same file, escapeProperty). */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
