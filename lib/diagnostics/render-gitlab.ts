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
 * Climate format that GitLab reads.
 *
 * @param options `entryFile`: the format wants a file, so a finding that none is known for stands at the
 * first line of this one, the file that builds the app; of its construct path when left out.
 */
export function renderGitlab(report: Report, options: { readonly entryFile?: string } = {}): string {
  const sorted = sortDiagnostics(report.diagnostics);
  const prints = fingerprints(sorted);
  return `${JSON.stringify(
    sorted.map((diagnostic, index) => issue(diagnostic, prints[index] ?? '', options.entryFile)),
    null,
    2,
  )}\n`;
}

function issue(diagnostic: Diagnostic, print: string, entryFile: string | undefined): JsonObject {
  const facts = plainFacts(diagnostic);
  return {
    type: 'issue',
    check_name: diagnostic.code,
    description: `${diagnostic.code}: ${visibleLine(diagnostic.title)}${facts === '' ? '' : `\n${facts}`}`,
    severity: SEVERITY[diagnostic.severity],
    fingerprint: print,
    location: locationOf(diagnostic, entryFile),
  };
}

function locationOf({ spans }: Diagnostic, entryFile: string | undefined): JsonObject {
  const first = spans[0];
  if (first !== undefined && isFileSpan(first)) return { path: first.file, lines: { begin: first.line } };
  const construct = first === undefined || first.construct === '' ? '.' : first.construct;
  return { path: entryFile ?? construct, lines: { begin: 1 } };
}
