import { labelKeyErrors } from '../../../model/names/label-key';
import { type ObjectView } from '../object-view';

const MOST = 64;

/** validateMatchConditions in pkg/apis/admissionregistration/validation/validation.go. */
export function validateMatchConditions(owner: ObjectView, field: string): void {
  const conditions = owner.objects(field);
  if (conditions.length > MOST) owner.tooMany(field, conditions.length, MOST);
  const names = new Set<string>();
  for (const condition of conditions) {
    if (condition.text('expression').trim() === '') condition.required('expression');
    const name = condition.text('name');
    if (name === '') condition.required('name');
    else condition.allInvalid('name', labelKeyErrors(name, condition.validation.version));
    if (name !== '' && names.has(name)) condition.duplicate('name');
    names.add(name);
  }
}
