import { type ObjectView } from '../../object-view';

/** The weight of a preference, 1 to 100. */
export function validateWeight(preference: ObjectView): void {
  const weight = preference.number('weight');
  if (weight > 0 && weight <= 100) return;
  preference.invalid('weight', 'must be in the range 1-100', { value: weight });
}
