import { formatServerPath } from '../field-step';
import { validateLabelSelector } from '../meta/validate-label-selector';
import { type ObjectView } from '../object-view';
import { validatePolicyRule } from './validate-policy-rule';

/** ValidateClusterRole in pkg/apis/rbac/validation/validation.go. */
export function validateClusterRole(role: ObjectView): void {
  for (const rule of role.objects('rules')) validatePolicyRule(rule, false);
  const aggregation = role.object('aggregationRule');
  if (aggregation === undefined) return;
  const selectors = aggregation.objects('clusterRoleSelectors');
  if (selectors.length === 0) {
    aggregation.required(
      'clusterRoleSelectors',
      'at least one clusterRoleSelector required if aggregationRule is non-nil',
    );
  }
  for (const selector of selectors) {
    const before = selector.validation.errors.length;
    validateLabelSelector(selector);
    const [first] = selector.validation.errors.slice(before);
    if (first === undefined) continue;
    // It says so once more of the selector as a whole, whose value is nil by then.
    const field = formatServerPath(selector.path);
    selector.validation.errors.push({
      ...first,
      type: 'invalid',
      field,
      value: null,
      detail: 'invalid label selector.',
      echo: true,
    });
  }
}
