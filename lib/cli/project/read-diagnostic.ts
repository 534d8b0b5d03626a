import { type Diagnostic } from '../../diagnostics/diagnostic';
import { ReadCode } from '../../diagnostics/tool-codes';
import { TOOL_FINDINGS } from '../../diagnostics/tool-findings';
import { type ReadProblem } from '../../read/read-problem';

const SEVERITIES = new Map(TOOL_FINDINGS.map(({ code, severity }) => [code, severity]));

/** The finding of a file that is not, or not quite, the objects that it seems to be. */
export function readDiagnostic({ reason, what, help, span, related = [] }: ReadProblem): Diagnostic {
  const code = ReadCode[reason];
  return {
    code,
    severity: SEVERITIES.get(code) ?? 'error',
    title: what,
    spans: [{ ...span, label: '' }, ...related.map((place) => ({ ...place.span, label: place.label }))],
    notes: [],
    help: [help],
  };
}
