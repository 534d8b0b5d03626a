import { formatFieldError } from '../../../../lib/check/semantics/field-error';
import { validateLabelSelector } from '../../../../lib/check/semantics/meta/validate-label-selector';
import { ObjectView } from '../../../../lib/check/semantics/object-view';
import { Validation } from '../../../../lib/check/semantics/validation';
import { type JsonObject } from '../../../../lib/model/json-value';

const told = (selector: JsonObject, anyValue = false): string[] => {
  const view = new ObjectView(new Validation('1.34'), selector, ['spec', 'selector'], 'workload');
  validateLabelSelector(view, { anyValue });
  return view.validation.errors.map(formatFieldError);
};

it('takes labels and expressions', () => {
  const matchExpressions = [
    { key: 'tier', operator: 'In', values: ['web', ''] },
    { key: 'example.com/old', operator: 'DoesNotExist' },
  ];
  expect(told({ matchLabels: { app: 'shop' }, matchExpressions })).toEqual([]);
  expect(told({})).toEqual([]);
});

it.each<[JsonObject, string]>([
  [
    { key: 'a', operator: 'In' },
    "values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
  ],
  [
    { key: 'a', operator: 'Exists', values: ['b'] },
    "values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
  ],
  [{ key: 'a', operator: 'is' }, 'operator: Invalid value: "is": not a valid selector operator'],
  [{ key: '', operator: 'Exists' }, 'key: Invalid value: "": name part must be non-empty'],
  [{ key: 'a', operator: 'In', values: ['b c'] }, 'values[0]: Invalid value: "b c"'],
])('refuses %j', (requirement, message) => {
  const [first] = told({ matchExpressions: [requirement] });
  expect(first).toMatch(`spec.selector.matchExpressions[0].${message}`);
});

it('takes any value where upstream does', () => {
  expect(told({ matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] }, true)).toEqual([]);
});
