import { parseInt64 } from './integer';
import { type Labels, type Requirement, type Selector } from './selector';

/** Whether a condition holds for the value of its label, undefined where there is no such label. */
export function requirementHolds(requirement: Requirement, value: string | undefined): boolean {
  const { operator, values } = requirement;
  switch (operator) {
    case 'In':
    case 'Equals':
    case 'DoubleEquals':
      return value !== undefined && values.includes(value);
    case 'NotIn':
    case 'NotEquals':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
    case 'Lt': {
      const actual = value === undefined ? undefined : parseInt64(value);
      const limit = parseInt64(values[0] ?? '');
      if (actual === undefined || limit === undefined || values.length !== 1) return false;
      return operator === 'Gt' ? actual > limit : actual < limit;
    }
  }
}

/**
 * Whether a selector selects an object with these labels. `NotIn` and `!=` hold where the label is
 * missing (Requirement.Matches in k8s.io/apimachinery/pkg/labels).
 */
export function matchesSelector(selector: Selector, labels: Labels): boolean {
  if (selector === 'nothing') return false;
  return selector.requirements.every((requirement) => {
    const value = Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined;
    return requirementHolds(requirement, value);
  });
}
