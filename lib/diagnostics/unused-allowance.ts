import { type Allowance } from '../model/allowance';
import { type Diagnostic } from './diagnostic';
import { suggest } from './suggest';
import { ToolCode } from './tool-codes';
import { TOOL_FINDINGS } from './tool-findings';

/** The diagnostic for an allowance that silenced nothing: a finding was mended, or never was there. */
export function unusedAllowance(allowance: Allowance): Diagnostic {
  const { code, path } = allowance;
  return {
    ...factsOf(allowance),
    title: `the allowance of ${code} at \`${path === '' ? '/' : path}\` silences nothing`,
    help: ['remove it; or see whether the code and the construct are those that were meant'],
  };
}

/** The diagnostic for an allowance of a code that no rule has. */
export function unknownAllowance(allowance: Allowance, codes: Iterable<string>): Diagnostic {
  const { code } = allowance;
  const tool = TOOL_FINDINGS.find((each) => each.code === code);
  const near = suggest(code, codes, 2);
  return {
    ...factsOf(allowance),
    title:
      tool === undefined
        ? `there is no rule ${code} to allow`
        : `${code} (${tool.name}) is no finding of a rule and cannot be allowed`,
    help: [
      near.length > 0 && tool === undefined
        ? `did you mean ${near.join(' or ')}? A rule of your own goes into \`rules\` of kubewright.config.ts`
        : tool === undefined || tool.settings === 'none'
          ? '`kubewright explain` lists all codes; a rule of your own goes into `rules` of kubewright.config.ts'
          : `set it in \`severities\` of kubewright.config.ts`,
    ],
  };
}

function factsOf({
  code,
  path,
  reason,
  span,
}: Allowance): Pick<Diagnostic, 'code' | 'severity' | 'spans' | 'notes'> {
  const label = `\`allow(..., '${code}', ...)\` for ${path === '' ? 'the whole app' : `\`${path}\` and below`}`;
  return {
    code: ToolCode.UNUSED_ALLOWANCE,
    severity: 'warning',
    spans: [span === undefined ? { construct: path, label } : { ...span, label }],
    notes: [`its reason was: ${reason}`],
  };
}
