/** Codes of findings about the check itself, which no rule makes. */
export const ToolCode = {
  /** A rule threw. */
  RULE_THREW: 'K001',
  /** An allowance silenced nothing. */
  UNUSED_ALLOWANCE: 'K002',
} as const;

/** Codes of findings about files that are read, which no rule makes: by why a file is not the objects it seems to be. */
export const ReadCode = {
  file: 'K010',
  encoding: 'K011',
  syntax: 'K012',
  template: 'K013',
  'not-an-object': 'K014',
  'duplicate-key': 'K015',
  separator: 'K016',
  'left-out': 'K017',
  'rewritten-key': 'K019',
} as const;

/** Code of the note on a file of a folder that holds no Kubernetes object. */
export const PASSED_OVER = 'K018';
