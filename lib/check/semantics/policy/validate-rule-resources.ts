import { type ObjectView } from '../object-view';

/** validateResources in pkg/apis/admissionregistration/validation/validation.go. */
export function validateRuleResources(rule: ObjectView): void {
  const resources = rule.texts('resources');
  if (resources.length === 0) rule.required('resources');
  /** `x/*` and `*` + `/x` that stood before. */
  const allBelow = new Set<string>();
  const allAbove = new Set<string>();
  resources.forEach((resource, index) => {
    if (resource === '') {
      rule.required(['resources', index]);
      return;
    }
    const slash = resource.indexOf('/');
    if (slash < 0) return;
    const [name, below] = [resource.slice(0, slash), resource.slice(slash + 1)];
    const refuse = (wide: string): void => {
      rule.invalid(['resources', index], `if '${wide}' is present, must not specify ${resource}`);
    };
    if (allBelow.has(name)) refuse(`${name}/*`);
    if (allAbove.has(below)) refuse(`*/${below}`);
    if (below === '*') allBelow.add(name);
    if (name === '*') allAbove.add(below);
  });
  if (resources.length > 1 && resources.includes('*/*')) {
    rule.invalid('resources', "if '*/*' is present, must not specify other resources");
  }
  // Upstream remembers the last one without a subresource only.
  const last = resources.findLast((resource) => resource !== '' && !resource.includes('/'));
  if (resources.includes('*') && last !== '*') {
    rule.invalid('resources', "if '*' is present, must not specify other resources without subresources");
  }
}
