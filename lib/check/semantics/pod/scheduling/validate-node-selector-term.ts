import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { labelKeyErrors } from '../../../../model/names/label-key';
import { labelValueErrors } from '../../../../model/names/label-value';
import { type ObjectView } from '../../object-view';

const NOT_AN_OPERATOR = 'not a valid selector operator';

/**
 * ValidateNodeSelectorTerm in pkg/apis/core/validation/validation.go.
 *
 * @param anyValue - Takes values that no label can have.
 */
export function validateNodeSelectorTerm(term: ObjectView, anyValue: boolean): void {
  for (const expression of term.objects('matchExpressions')) validateExpression(expression, anyValue);
  for (const field of term.objects('matchFields')) validateField(field);
}

/** ValidateNodeSelectorRequirement. */
function validateExpression(expression: ObjectView, anyValue: boolean): void {
  const { version } = expression.validation;
  const values = expression.texts('values');
  switch (expression.text('operator')) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) {
        expression.required('values', "must be specified when `operator` is 'In' or 'NotIn'");
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        expression.forbidden('values', "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
      }
      break;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1) {
        expression.required('values', "must be specified single value when `operator` is 'Lt' or 'Gt'");
      }
      break;
    default:
      expression.invalid('operator', NOT_AN_OPERATOR, {
        value: expression.text('operator'),
        help: 'write `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`',
      });
  }
  const key = expression.text('key');
  expression.allInvalid('key', labelKeyErrors(key, version), { value: key });
  if (anyValue) return;
  values.forEach((value, index) => {
    expression.allInvalid(['values', index], labelValueErrors(value, version), { value });
  });
}

/** ValidateNodeFieldSelectorRequirement: of the one field that there is, the node's name. */
function validateField(field: ObjectView): void {
  const operator = field.text('operator');
  const values = field.texts('values');
  if (operator !== 'In' && operator !== 'NotIn') {
    field.invalid('operator', NOT_AN_OPERATOR, { value: operator, help: 'write `In` or `NotIn`' });
  } else if (values.length !== 1) {
    field.required(
      'values',
      "must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
    );
  }
  const key = field.text('key');
  if (key !== 'metadata.name') {
    field.invalid('key', 'not a valid field selector key', { value: key, help: 'write `metadata.name`' });
    return;
  }
  values.forEach((value, index) => {
    field.allInvalid(['values', index], dns1123SubdomainErrors(value), { value });
  });
}
