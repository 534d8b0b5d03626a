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
  for (const selector of selectors) validateLabelSelector(selector);
}
