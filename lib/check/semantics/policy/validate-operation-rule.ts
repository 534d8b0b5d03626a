import { type ObjectView } from '../object-view';
import { validateRuleResources } from './validate-rule-resources';

const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const SCOPES = ['*', 'Cluster', 'Namespaced'];

/**
 * What requests a webhook or a policy is about: validateRuleWithOperations in
 * pkg/apis/admissionregistration/validation/validation.go.
 */
export function validateOperationRule(rule: ObjectView, supported: readonly string[] = OPERATIONS): void {
  const operations = rule.texts('operations');
  if (operations.length === 0) rule.required('operations');
  refuseBesideAll(rule, 'operations', 'operations');
  operations.forEach((operation, index) => {
    if (!supported.includes(operation)) rule.notSupported(['operations', index], supported);
  });
  validateRule(rule);
}

/** validateRule. */
function validateRule(rule: ObjectView): void {
  if (rule.list('apiGroups').length === 0) {
    rule.required('apiGroups', '', {
      help: "write `apiGroups: ['']` for the core group, or the group of the resources",
    });
  }
  refuseBesideAll(rule, 'apiGroups', 'API groups');
  const versions = rule.texts('apiVersions');
  if (versions.length === 0) rule.required('apiVersions');
  refuseBesideAll(rule, 'apiVersions', 'API versions');
  versions.forEach((version, index) => {
    if (version === '') rule.required(['apiVersions', index]);
  });
  validateRuleResources(rule);
  const scope = rule.optionalText('scope');
  if (scope !== undefined && !SCOPES.includes(scope)) rule.notSupported('scope', SCOPES);
}

function refuseBesideAll(rule: ObjectView, field: string, what: string): void {
  const values = rule.texts(field);
  if (values.length < 2 || !values.includes('*')) return;
  rule.invalid(field, `if '*' is present, must not specify other ${what}`, {
    help: "write `'*'` alone, or leave it out",
  });
}
