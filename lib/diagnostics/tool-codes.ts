/** Codes of findings about the check itself, which no rule makes. */
export const ToolCode = {
  /** A rule threw. */
  RULE_THREW: 'K001',
  /** An allowance silenced nothing. */
  UNUSED_ALLOWANCE: 'K002',
} as const;
