import { isPercent } from '../../../model/int-or-string';
import { mismatch } from '../../../model/names/messages';
import { type ObjectView } from '../object-view';

/** As IsValidPercent of k8s.io/apimachinery/pkg/util/validation says it. */
const NO_PERCENT = mismatch(
  "a valid percent string must be a numeric string followed by an ending '%'",
  '[0-9]+%',
  '1%',
  '93%',
);

/**
 * A count or a share: ValidatePositiveIntOrPercent and IsNotMoreThan100Percent in pkg/apis/apps/validation/validation.go. Nothing
 * when it is absent.
 *
 * @param most - Whether a share of more than all is refused.
 */
export function validateIntOrPercent(owner: ObjectView, field: string, most: '100%' | 'any'): void {
  const value = owner.raw(field);
  if (typeof value === 'number') {
    if (value < 0) owner.invalid(field, 'must be greater than or equal to 0');
  } else if (typeof value === 'string') {
    if (!isPercent(value)) {
      owner.invalid(field, NO_PERCENT, {
        help: /^[0-9]+$/.test(value) ? `for the number, leave out the quotes: \`${value}\`` : [],
      });
    } else if (most === '100%' && Number(value.slice(0, -1)) > 100) {
      owner.invalid(field, 'must not be greater than 100%');
    }
  }
}
