import { type ObjectView } from '../object-view';
import { validatePolicyRule } from './validate-policy-rule';

/** ValidateRole in pkg/apis/rbac/validation/validation.go. */
export function validateRole(role: ObjectView): void {
  for (const rule of role.objects('rules')) validatePolicyRule(rule, true);
}
