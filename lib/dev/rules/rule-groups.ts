/** The groups of rules: their folders, the digit after the K of their codes, and what they are about. */
export const RULE_GROUPS: readonly {
  readonly group: string;
  readonly digit: number;
  readonly title: string;
}[] = [
  { group: 'schema', digit: 1, title: 'Schema' },
  { group: 'semantics', digit: 2, title: 'What the API server refuses' },
  { group: 'references', digit: 3, title: 'References between objects' },
  { group: 'capacity', digit: 4, title: 'Quota, limits and scheduling' },
  { group: 'pod-security', digit: 5, title: 'Pod Security' },
  { group: 'hygiene', digit: 6, title: 'Reliability and hygiene' },
  { group: 'rendering', digit: 7, title: 'What rendering would lose or leak' },
];
