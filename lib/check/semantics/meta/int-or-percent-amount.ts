import { isPercent } from '../../../model/int-or-string';
import { type JsonValue } from '../../../model/json-value';

/**
 * The number in a count or a share, to see whether it is 0 (getIntOrPercentValue in
 * pkg/apis/apps/validation/validation.go, which reads what is neither as a number as far as it is one).
 */
export function intOrPercentAmount(value: JsonValue | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return 0;
  if (isPercent(value)) return Number(value.slice(0, -1));
  return /^[+-]?[0-9]+$/.test(value) ? Number(value) : 0;
}
