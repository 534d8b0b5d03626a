import { labelKeyErrors } from '../../../../model/names/label-key';
import { labelValueErrors } from '../../../../model/names/label-value';
import { type ObjectView } from '../../object-view';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const OPERATORS = ['Equal', 'Exists'];

/** ValidateTolerations in pkg/apis/core/validation/validation.go, of one. It tells of the operator where the value is wrong. */
export function validateToleration(toleration: ObjectView): void {
  const { version } = toleration.validation;
  const key = toleration.text('key');
  const operator = toleration.text('operator');
  const effect = toleration.text('effect');
  if (key !== '') toleration.allInvalid('key', labelKeyErrors(key, version));
  if (key === '' && operator !== 'Exists') {
    toleration.invalid(
      'operator',
      'operator must be Exists when `key` is empty, which means "match all values and all keys"',
      { value: operator, help: 'set `key`, or write `operator: Exists` to tolerate everything' },
    );
  }
  if (toleration.has('tolerationSeconds') && effect !== 'NoExecute') {
    toleration.invalid('effect', "effect must be 'NoExecute' when `tolerationSeconds` is set", {
      value: effect,
      help: 'remove `tolerationSeconds`, or write `effect: NoExecute`',
    });
  }
  validateOperator(toleration, operator);
  if (effect !== '' && !EFFECTS.includes(effect)) toleration.notSupported('effect', EFFECTS);
}

function validateOperator(toleration: ObjectView, operator: string): void {
  const { validation } = toleration;
  const value = toleration.text('value');
  if (operator === 'Equal' || operator === '') {
    const errors = labelValueErrors(value, validation.version);
    if (errors.length > 0) toleration.invalid('operator', errors.join(';'), { value, at: 'value' });
  } else if (operator === 'Exists') {
    if (value === '') return;
    toleration.invalid('operator', "value must be empty when `operator` is 'Exists'", {
      value,
      help: 'remove `value`, or write `operator: Equal`',
    });
  } else {
    // Numbers are compared by TaintTolerationComparisonOperators, which is off.
    const compares = (operator === 'Lt' || operator === 'Gt') && validation.since('1.35');
    toleration.notSupported('operator', compares ? [...OPERATORS, 'Lt', 'Gt'] : OPERATORS);
  }
}
