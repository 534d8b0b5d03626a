import { readAmount } from '../../read-amount';
import { type ObjectView } from '../object-view';

const TYPES = ['Utilization', 'Value', 'AverageValue'];

/** validateMetricTarget in pkg/apis/autoscaling/validation/validation.go: the `target` of a source, which it returns. */
export function validateMetricTarget(source: ObjectView): ObjectView {
  const target = source.struct('target');
  const type = target.text('type');
  if (type === '') {
    target.required('type', 'must specify a metric target type', {
      help: 'set `type: Utilization`, `Value` or `AverageValue`',
    });
  }
  if (!TYPES.includes(type)) {
    target.invalid('type', 'must be either Utilization, Value, or AverageValue', { value: type });
  }
  for (const field of ['value', 'averageValue'] as const) {
    const value = target.raw(field);
    const amount = readAmount(value);
    if (amount !== undefined && amount.sign() <= 0) {
      target.invalid(field, 'must be positive', { value: amount.toString() });
    }
  }
  const utilization = target.optionalNumber('averageUtilization');
  if (utilization !== undefined && utilization < 1) {
    target.invalid('averageUtilization', 'must be greater than 0');
  }
  return target;
}
