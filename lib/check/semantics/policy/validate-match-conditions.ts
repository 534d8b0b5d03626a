import { labelKeyErrors } from '../../../model/names/label-key';
import { admissionEnvironment } from '../../cel/admission-environment';
import { celProblem } from '../../cel/compile-cel';
import { type ObjectView } from '../object-view';

const MOST = 64;

/**
 * validateMatchConditions in pkg/apis/admissionregistration/validation/validation.go. Variables of a policy are not known
 * in them.
 */
export function validateMatchConditions(owner: ObjectView, field: string, params = false): void {
  const conditions = owner.objects(field);
  if (conditions.length > MOST) owner.tooMany(field, conditions.length, MOST);
  const names = new Set<string>();
  for (const condition of conditions) {
    const expression = condition.text('expression').trim();
    if (expression === '') condition.required('expression');
    else {
      const environment = admissionEnvironment(condition.validation.version, { params, authorizer: true });
      const problem = celProblem(expression, environment, ['bool']);
      if (problem !== undefined) condition.invalid('expression', problem);
    }
    const name = condition.text('name');
    if (name === '') condition.required('name');
    else condition.allInvalid('name', labelKeyErrors(name, condition.validation.version));
    if (name !== '' && names.has(name)) condition.duplicate('name');
    names.add(name);
  }
}
