import { type ObjectView } from '../object-view';

/** ValidateNonnegativeField in k8s.io/apimachinery/pkg/api/validation, of fields that are numbers; what is absent is not negative. */
export function validateNonnegative(owner: ObjectView, ...fields: readonly string[]): void {
  for (const field of fields) {
    if (owner.number(field) < 0) owner.invalid(field, 'must be greater than or equal to 0');
  }
}
