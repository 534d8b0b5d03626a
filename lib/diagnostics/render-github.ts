import { type Diagnostic, isFileSpan, type Severity } from './diagnostic';
import { plainFacts } from './plain-facts';
import { type Report } from './report';
import { sortDiagnostics } from './sort-diagnostics';
import { visibleLine } from './visible-text';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands for GitHub Actions: printed by a step, each becomes an annotation at its line of a
 * pull request. GitHub shows ten errors, ten warnings and ten notices of a step; SARIF has no such
 * limit.
 *
 * @returns A line for each diagnostic, each with a newline at the end; empty without diagnostics.
 */
export function renderGithub(report: Report): string {
  return sortDiagnostics(report.diagnostics)
    .map((each) => `${annotation(each)}\n`)
    .join('');
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
