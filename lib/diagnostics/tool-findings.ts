import { type Severity } from './diagnostic';
import { PASSED_OVER, ReadCode, ToolCode } from './tool-codes';

/** What a finding that no rule makes says of itself, as a rule does. */
export interface ToolFinding {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** One line. */
  readonly summary: string;
  readonly explanation: string;
  /** What `severities` may make of it; nothing where there is no choice: what cannot be read was not checked. */
  readonly settings: 'any' | 'but-off' | 'none';
}

/** Every finding that no rule makes, in the order of their codes. */
export const TOOL_FINDINGS: readonly ToolFinding[] = [
  {
    code: ToolCode.RULE_THREW,
    name: 'rule-failed',
    severity: 'error',
    summary: 'A rule that failed, so that what it looks for was not looked for',
    explanation:
      'The rule threw an error, which the finding shows. Report it to whoever wrote the rule; until it is mended, ' +
      'switch the rule off by its own code.',
    settings: 'but-off',
  },
  {
    code: ToolCode.UNUSED_ALLOWANCE,
    name: 'unused-allowance',
    severity: 'warning',
    summary: 'An `allow` that silences nothing, or names a code that no rule has',
    explanation:
      'What it silenced is mended, or was never there: the code or the construct is not the one that was meant. An ' +
      'allowance that stays would hide the next mistake of its kind.',
    settings: 'any',
  },
  {
    code: ReadCode.file,
    name: 'nothing-to-read',
    severity: 'error',
    summary: 'An argument that names nothing, or a file that cannot be read',
    explanation:
      'The path is misspelled, the glob matches nothing, or the permissions do not allow it to be read.',
    settings: 'none',
  },
  {
    code: ReadCode.encoding,
    name: 'not-utf-8',
    severity: 'error',
    summary: 'A file that is no text in UTF-8',
    explanation: 'Manifests are text in UTF-8. Save it as that, or leave it out.',
    settings: 'none',
  },
  {
    code: ReadCode.syntax,
    name: 'broken-yaml',
    severity: 'error',
    summary: 'A document that is no YAML',
    explanation:
      'The place is where reading fails; what is wrong may stand a line before. The other documents of the file are ' +
      'checked all the same.',
    settings: 'none',
  },
  {
    code: ReadCode.template,
    name: 'template',
    severity: 'error',
    summary: 'A template that is still to be rendered',
    explanation: 'Check what comes of it: `helm template ./chart | kubewright check -`.',
    settings: 'none',
  },
  {
    code: ReadCode['not-an-object'],
    name: 'not-an-object',
    severity: 'error',
    summary: 'A document that is no Kubernetes object',
    explanation:
      'An object is a mapping with `apiVersion`, `kind` and `metadata`. A list, text, the values of a chart and the ' +
      'settings of a program are not. In a folder they are passed over (K018); a file that is named is meant.',
    settings: 'none',
  },
  {
    code: ReadCode['duplicate-key'],
    name: 'duplicate-key',
    severity: 'error',
    summary: 'A key that is written twice in one mapping',
    explanation:
      '`kubectl apply` drops the first in silence, and the API server refuses the document when it is sent the YAML itself.',
    settings: 'any',
  },
  {
    code: ReadCode.separator,
    name: 'bad-separator',
    severity: 'error',
    summary: 'A line that begins with `---` and is no separator, at which kubectl gives up',
    explanation: 'Write `---` alone in its line, and what follows on a line of its own.',
    settings: 'any',
  },
  {
    code: ReadCode['left-out'],
    name: 'text-behind-the-end',
    severity: 'warning',
    summary: 'Text behind the end of a document, which kubectl never reads',
    explanation: 'Begin a further document with a line of `---`.',
    settings: 'any',
  },
  {
    code: PASSED_OVER,
    name: 'passed-over',
    severity: 'info',
    summary: 'A file in a folder that is no manifest, or a Helm chart, and was not checked',
    explanation:
      'In a folder lie values of charts, patches, and settings of other tools. A file that is named itself is checked ' +
      'in any case. Of a chart or a Kustomization, check what `helm template` or `kubectl kustomize` prints.',
    settings: 'any',
  },
  {
    code: ReadCode['rewritten-key'],
    name: 'rewritten-key',
    severity: 'warning',
    summary: 'A key without quotes that is read as something else: `y` as `true`, `1.10` as `1.1`',
    explanation:
      'YAML 1.1, which kubectl, Helm and Kustomize read, takes y, n, yes, no, on and off for booleans, `010` for 8 and ' +
      '`1.10` for 1.1. As a key they become text again, and that is another text than was written. Put the key in quotes.',
    settings: 'any',
  },
];
