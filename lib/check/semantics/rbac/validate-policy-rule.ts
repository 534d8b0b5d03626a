import { type ObjectView } from '../object-view';

/** ValidatePolicyRule in pkg/apis/rbac/validation/validation.go. */
export function validatePolicyRule(rule: ObjectView, isNamespaced: boolean): void {
  const any = (field: string): boolean => rule.list(field).length > 0;
  if (!any('verbs')) rule.required('verbs', 'verbs must contain at least one value');
  if (any('nonResourceURLs')) {
    if (isNamespaced) {
      rule.invalid('nonResourceURLs', 'namespaced rules cannot apply to non-resource URLs', {
        help: 'put the rule into a ClusterRole, and bind that with a ClusterRoleBinding',
      });
    }
    if (any('apiGroups') || any('resources') || any('resourceNames')) {
      rule.invalid('nonResourceURLs', 'rules cannot apply to both regular resources and non-resource URLs', {
        help: 'make two rules of it',
      });
    }
    return;
  }
  if (!any('apiGroups')) {
    rule.required('apiGroups', 'resource rules must supply at least one api group', {
      help: "write `apiGroups: ['']` for the core group, or the group of the resources",
    });
  }
  if (!any('resources')) {
    rule.required('resources', 'resource rules must supply at least one resource');
  }
}
