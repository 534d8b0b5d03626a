import { type JsonObject } from '../model/json-value';
import { type Diagnostic, isFileSpan, type Severity } from './diagnostic';
import { fingerprints } from './fingerprint';
import { plainFacts } from './plain-facts';
import { type Report } from './report';
import { sortDiagnostics } from './sort-diagnostics';
import { visibleLine } from './visible-text';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' };

/**
 * A code quality report for GitLab, an artifact of the kind `codequality`, in the part of the Code
 * Climate format that GitLab reads. The format wants a file and a line: without them a finding stands
 * at line 1 of its construct path.
 */
export function renderGitlab(report: Report): string {
  const sorted = sortDiagnostics(report.diagnostics);
  const prints = fingerprints(sorted);
  return `${JSON.stringify(
    sorted.map((diagnostic, index) => issue(diagnostic, prints[index] ?? '')),
    null,
    2,
  )}\n`;
}

function issue(diagnostic: Diagnostic, print: string): JsonObject {
  const facts = plainFacts(diagnostic);
  return {
    type: 'issue',
    check_name: diagnostic.code,
    description: `${diagnostic.code}: ${visibleLine(diagnostic.title)}${facts === '' ? '' : `\n${facts}`}`,
    severity: SEVERITY[diagnostic.severity],
    fingerprint: print,
    location: locationOf(diagnostic),
  };
}

function locationOf({ spans }: Diagnostic): JsonObject {
  const first = spans[0];
  if (first !== undefined && isFileSpan(first)) return { path: first.file, lines: { begin: first.line } };
  return { path: first === undefined || first.construct === '' ? '.' : first.construct, lines: { begin: 1 } };
}
