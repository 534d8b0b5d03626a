import { type Diagnostic } from '../diagnostics/diagnostic';
import { renderDiagnosticText } from '../diagnostics/text/render-text';
import { readSource } from '../source/read-source';

/** A finding as the command prints it. */
export function showFinding(diagnostic: Diagnostic): string {
  return renderDiagnosticText(diagnostic, { readSource });
}
