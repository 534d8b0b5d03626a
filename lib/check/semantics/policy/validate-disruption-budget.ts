import { validateIntOrPercent } from '../meta/validate-int-or-percent';
import { validateLabelSelector } from '../meta/validate-label-selector';
import { type ObjectView } from '../object-view';

const EVICTION_POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];

/** ValidatePodDisruptionBudget in pkg/apis/policy/validation/validation.go. */
export function validateDisruptionBudget(budget: ObjectView): void {
  const spec = budget.struct('spec');
  if (spec.has('minAvailable') && spec.has('maxUnavailable')) {
    budget.invalid('spec', 'minAvailable and maxUnavailable cannot be both set', {
      at: ['spec', 'maxUnavailable'],
      help: 'remove `minAvailable` or `maxUnavailable`',
    });
  }
  for (const field of ['minAvailable', 'maxUnavailable'] as const) validateIntOrPercent(spec, field, '100%');
  const selector = spec.object('selector');
  if (selector !== undefined) validateLabelSelector(selector);
  const policy = spec.optionalText('unhealthyPodEvictionPolicy');
  if (policy !== undefined && !EVICTION_POLICIES.includes(policy)) {
    spec.notSupported('unhealthyPodEvictionPolicy', EVICTION_POLICIES);
  }
}
