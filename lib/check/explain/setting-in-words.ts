import { type ToolFinding } from '../../diagnostics/tool-findings';

const WORDS: Readonly<Record<ToolFinding['settings'], string>> = {
  any: 'can be set in `severities`, to `off` as well',
  'but-off': 'can be set in `severities`, but not to `off`',
  none: 'cannot be set',
};

/** What settings may make of a finding that no rule makes, after "its severity". */
export function settingInWords({ settings }: ToolFinding): string {
  return WORDS[settings];
}
