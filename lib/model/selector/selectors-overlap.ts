import { labelKeyErrors } from '../names/label-key';
import { type Labels, type Requirement, type Selector } from './selector';
import { someValue, valueSet } from './value-set';

/** The requirements of several selectors by label. */
export function requirementsByKey(requirements: readonly Requirement[]): Map<string, Requirement[]> {
  const byKey = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const same = byKey.get(requirement.key);
    if (same === undefined) byKey.set(requirement.key, [requirement]);
    else same.push(requirement);
  }
  return byKey;
}

/**
 * Labels that all the selectors select, as few as can be; undefined when there are none. An object
 * can have these labels: keys and values are valid.
 */
export function commonLabels(...selectors: readonly Selector[]): Labels | undefined {
  const requirements: Requirement[] = [];
  for (const selector of selectors) {
    if (selector === 'nothing') return undefined;
    requirements.push(...selector.requirements);
  }
  const labels: Record<string, string> = {};
  for (const [key, conditions] of requirementsByKey(requirements)) {
    const set = valueSet(conditions);
    if (set.absent) continue;
    const value = someValue(set);
    if (value === undefined || labelKeyErrors(key).length > 0) return undefined;
    labels[key] = value;
  }
  return labels;
}

/** Whether one object can be selected by both. Exact: it follows from the conditions on each label. */
export function selectorsOverlap(a: Selector, b: Selector): boolean {
  return commonLabels(a, b) !== undefined;
}
