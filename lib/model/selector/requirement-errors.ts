import { goQuote } from '../go/strings';
import { labelKeyErrors } from '../names/label-key';
import { labelValueErrors } from '../names/label-value';
import { parseInt64 } from './integer';
import { type Requirement } from './selector';

/**
 * What is wrong with a requirement of a query, as field errors in one text each (NewRequirement in
 * k8s.io/apimachinery/pkg/labels). The parser gives each operator the number of values it takes.
 */
export function requirementErrors({ key, operator, values }: Requirement): string[] {
  const errors: string[] = [];
  const keyErrors = labelKeyErrors(key);
  if (keyErrors.length > 0) errors.push(`key: Invalid value: ${goQuote(key)}: ${keyErrors.join('; ')}`);
  values.forEach((value, at) => {
    if ((operator === 'Gt' || operator === 'Lt') && parseInt64(value) === undefined) {
      const rule = "for 'Gt', 'Lt' operators, the value must be an integer";
      errors.push(`values[${at}]: Invalid value: ${goQuote(value)}: ${rule}`);
    }
  });
  values.forEach((value, at) => {
    const wrong = labelValueErrors(value);
    if (wrong.length > 0)
      errors.push(`values[${at}][${key}]: Invalid value: ${goQuote(value)}: ${wrong.join('; ')}`);
  });
  return errors;
}
