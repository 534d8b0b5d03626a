import { type Diagnostic, type Severity } from './diagnostic';
import { type Report } from './report';
import { sortDiagnostics } from './sort-diagnostics';

/** How many diagnostics there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Counts diagnostics by severity. */
export function countSeverities(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/**
 * The last line of a check: `check: 5 errors in 86 objects`, and how to learn more about the gravest
 * finding that is printed first.
 */
export function summaryLine(report: Report): string {
  const line = `check: ${countsInWords(countSeverities(report.diagnostics))} in ${plural(report.objects, 'object')}`;
  const gravest = SEVERITIES.map((severity) =>
    report.diagnostics.filter((each) => each.severity === severity),
  );
  const [first] = sortDiagnostics(gravest.find(({ length }) => length > 0) ?? []);
  return first === undefined ? line : `${line}; \`kubewright explain ${first.code}\` tells more`;
}

/** `1 error, 2 warnings`; what there is none of is left out. */
export function countsInWords(counts: SeverityCounts): string {
  const words = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    plural(counts[severity], severity),
  );
  return words.length === 0 ? 'no findings' : words.join(', ');
}

/** From the gravest on. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
