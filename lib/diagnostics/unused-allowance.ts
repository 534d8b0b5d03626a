import { type Allowance } from '../model/allowance';
import { type Diagnostic } from './diagnostic';
import { ToolCode } from './tool-codes';

/** The diagnostic for an allowance that silenced nothing: a finding was mended, or never was there. */
export function unusedAllowance(allowance: Allowance): Diagnostic {
  const { code, path, reason, span } = allowance;
  const label = `\`allow(..., '${code}', ...)\` for ${path === '' ? 'the whole app' : `\`${path}\` and below`}`;
  return {
    code: ToolCode.UNUSED_ALLOWANCE,
    severity: 'warning',
    title: `the allowance of ${code} at \`${path === '' ? '/' : path}\` silences nothing`,
    spans: [span === undefined ? { construct: path, label } : { ...span, label }],
    notes: [`its reason was: ${reason}`],
    help: ['remove it; or see whether the code and the construct are those that were meant'],
  };
}
