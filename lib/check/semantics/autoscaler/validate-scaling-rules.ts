import { Quantity } from '../../../model/quantity';
import { type ObjectView } from '../object-view';

const SELECT_POLICIES = ['Disabled', 'Max', 'Min'];
const POLICY_TYPES = ['Percent', 'Pods'];
/** MaxStabilizationWindowSeconds and MaxPeriodSeconds. */
const LONGEST_WINDOW = 3600;
const LONGEST_PERIOD = 1800;

/**
 * validateScalingRules in pkg/apis/autoscaling/validation/validation.go, of `scaleUp` or `scaleDown`. What is absent has
 * defaults (SetDefaults_HorizontalPodAutoscalerBehavior).
 */
export function validateScalingRules(rules: ObjectView): void {
  const window = rules.optionalNumber('stabilizationWindowSeconds') ?? 0;
  if (window < 0) rules.invalid('stabilizationWindowSeconds', 'must be greater than or equal to zero');
  if (window > LONGEST_WINDOW) {
    rules.invalid('stabilizationWindowSeconds', `must be less than or equal to ${String(LONGEST_WINDOW)}`);
  }
  const select = rules.optionalText('selectPolicy');
  if (select !== undefined && !SELECT_POLICIES.includes(select)) {
    rules.notSupported('selectPolicy', SELECT_POLICIES);
  }
  const policies = rules.objects('policies');
  if (policies.length === 0 && rules.has('policies')) {
    rules.required('policies', 'must specify at least one Policy', {
      help: [
        'leave `policies` out for those that the server has by default',
        'or set `selectPolicy: Disabled`, so that it does not scale this way',
      ],
    });
  }
  policies.forEach(validatePolicy);
  // Behind a feature gate that is off until 1.34, and dropped.
  const tolerance = rules.raw('tolerance');
  if (!rules.validation.since('1.35') || (typeof tolerance !== 'string' && typeof tolerance !== 'number')) {
    return;
  }
  const amount = Quantity.tryParse(tolerance);
  if (amount !== undefined && amount.sign() < 0) {
    rules.invalid('tolerance', 'must be greater than or equal to 0', { value: amount.toString() });
  }
}

/** validateScalingPolicy. */
function validatePolicy(policy: ObjectView): void {
  const type = policy.text('type');
  if (!POLICY_TYPES.includes(type)) policy.notSupported('type', POLICY_TYPES, { value: type });
  for (const field of ['value', 'periodSeconds'] as const) {
    const value = policy.number(field);
    if (value <= 0) policy.invalid(field, 'must be greater than zero', { value });
  }
  if (policy.number('periodSeconds') > LONGEST_PERIOD) {
    policy.invalid('periodSeconds', `must be less than or equal to ${String(LONGEST_PERIOD)}`);
  }
}
