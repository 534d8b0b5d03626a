import { type Diagnostic } from '../../diagnostics/diagnostic';
import { ReadCode } from '../../diagnostics/tool-codes';
import { type ReadProblem } from '../../read/read-problem';

/** The finding of a file that is not, or not quite, the objects that it seems to be. */
export function readDiagnostic({ reason, what, help, span, related = [] }: ReadProblem): Diagnostic {
  return {
    code: ReadCode[reason],
    severity: reason === 'left-out' || reason === 'rewritten-key' ? 'warning' : 'error',
    title: what,
    spans: [{ ...span, label: '' }, ...related.map((place) => ({ ...place.span, label: place.label }))],
    notes: [],
    help: [help],
  };
}
