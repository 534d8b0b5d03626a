import { labelKeyErrors } from '../../../model/names/label-key';
import { type ObjectView } from '../object-view';

const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const STATUSES = ['False', 'True', 'Unknown'];
const MOST_RULES = 20;
const MOST_VALUES = 255;
const MOST_PATTERNS = 20;

/**
 * validatePodFailurePolicy in pkg/apis/batch/validation/validation.go.
 *
 * @param spec - The Job's spec, which has a policy.
 * @param isTrueByDefault - Whether the status of a condition has a default, as that of a CronJob has since 1.34.
 */
export function validatePodFailurePolicy(spec: ObjectView, isTrueByDefault: boolean): void {
  const policy = spec.struct('podFailurePolicy');
  const rules = policy.objects('rules');
  if (rules.length > MOST_RULES) policy.tooMany('rules', rules.length, MOST_RULES);
  const pod = spec.struct('template').struct('spec');
  const names = new Set(
    [...pod.objects('containers'), ...pod.objects('initContainers')].map((each) => each.text('name')),
  );
  rules.forEach((rule, index) => {
    validateAction(rule, spec.has('backoffLimitPerIndex'));
    const codes = rule.object('onExitCodes');
    if (codes !== undefined) validateExitCodes(codes, names);
    const conditions = rule.objects('onPodConditions');
    validateConditions(rule, conditions, isTrueByDefault);
    if ((codes !== undefined) === conditions.length > 0) {
      const [what, help] =
        codes === undefined
          ? ['one of OnExitCodes and OnPodConditions is required', 'set `onExitCodes` or `onPodConditions`']
          : ['both OnExitCodes and OnPodConditions is not supported', 'make two rules of it'];
      policy.add('invalid', ['rules', index], `specifying ${what}`, { value: undefined, help });
    }
  });
}

/** In validatePodFailurePolicyRule. */
function validateAction(rule: ObjectView, isByIndex: boolean): void {
  const action = rule.text('action');
  if (action === '') rule.required('action', valid(ACTIONS));
  else if (!ACTIONS.includes(action)) rule.notSupported('action', ACTIONS);
  else if (action === 'FailIndex' && !isByIndex) {
    rule.invalid('action', 'requires the backoffLimitPerIndex to be set', {
      help: 'set `backoffLimitPerIndex` of the Job, or write `action: FailJob`',
    });
  }
}

/** validatePodFailurePolicyRuleOnPodConditions, after SetDefaults_PodFailurePolicyOnPodConditionsPattern. */
function validateConditions(
  rule: ObjectView,
  patterns: readonly ObjectView[],
  isTrueByDefault: boolean,
): void {
  if (patterns.length > MOST_PATTERNS) rule.tooMany('onPodConditions', patterns.length, MOST_PATTERNS);
  for (const pattern of patterns) {
    const type = pattern.text('type');
    pattern.allInvalid('type', labelKeyErrors(type, pattern.validation.version), { value: type });
    const status = pattern.text('status');
    if (status === '') {
      if (!isTrueByDefault) pattern.required('status', valid(STATUSES), { help: "write `status: 'True'`" });
    } else if (!STATUSES.includes(status)) pattern.notSupported('status', STATUSES);
  }
}

/** validatePodFailurePolicyRuleOnExitCodes. */
function validateExitCodes(codes: ObjectView, names: ReadonlySet<string>): void {
  const operator = codes.text('operator');
  if (operator === '') codes.required('operator', valid(OPERATORS));
  else if (!OPERATORS.includes(operator)) codes.notSupported('operator', OPERATORS);
  const name = codes.optionalText('containerName');
  if (name !== undefined && !names.has(name)) {
    codes.invalid(
      'containerName',
      'must be one of the container or initContainer names in the pod template',
      { help: `write one of ${[...names].map((each) => `\`${each}\``).join(', ')}, or leave it out for all` },
    );
  }
  const values = codes.list('values').map((value) => (typeof value === 'number' ? value : 0));
  if (values.length === 0) {
    codes.invalid('values', 'at least one value is required', { value: codes.raw('values') ?? null });
  } else if (values.length > MOST_VALUES) codes.tooMany('values', values.length, MOST_VALUES);
  const seen = new Set<number>();
  values.forEach((value, index) => {
    if (operator === 'In' && value === 0) {
      codes.invalid(['values', index], 'must not be 0 for the In operator', { value });
    }
    if (seen.has(value)) codes.duplicate(['values', index]);
    seen.add(value);
  });
  if (values.some((value, index) => index > 0 && (values[index - 1] ?? 0) > value)) {
    const sorted = [...values].sort((a, b) => a - b);
    codes.invalid('values', 'must be ordered', { help: `write \`values: [${sorted.join(', ')}]\`` });
  }
}

/** As Go prints a list of texts with %q. */
function valid(values: readonly string[]): string {
  return `valid values: [${values.map((value) => JSON.stringify(value)).join(' ')}]`;
}
